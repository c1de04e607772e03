/** `liaise keys renew-digests`: cases from before, during and after a renewal of the digest key find each other. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v5 as uuidv5 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { CliDependencies } from '../../client/cli/dependencies.ts';
import { createEngine } from '../../client/engine/engine.ts';
import { contentDigests } from '../../client/engine/idempotency.ts';
import { connectTemporal } from '../../client/platform/connect.ts';
import { findMatches } from '../../client/queries/search.ts';
import { renewDigests } from '../../client/recovery/renew-digests.ts';
import { ReferralError } from '../../domain/errors.ts';
import { type Keyring, newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import { fileDigests, ownReferenceDigests } from '../../domain/search-digests.ts';
import type { Submission } from '../../domain/submission.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { replaceDirectory } from '../../prisma/store/directory.ts';
import { findSharedValues } from '../../prisma/store/possible-duplicates.ts';
import { runCommand } from '../client/cli/run-command.ts';
import { atEnd } from '../support/at-end.ts';
import { confirmByBoth } from '../support/confirm-proposal.ts';
import { connectAs, type TestDatabase, testDatabase } from '../support/database.ts';
import { aSubmission } from '../support/factories.ts';
import { personOf } from '../support/people.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';
import { alwaysOpenSeed } from '../support/seed.ts';

const folder = mkdtempSync(join(tmpdir(), 'liaise-digests-'));
const path = join(folder, 'keys.json');
const ringOfFile = () => parseKeyring(readFileSync(path, 'utf8'));
const NAMESPACE = 'b1a6b4a1-7c56-5d0e-8f0a-52d1f6f1b7f3';

const CASE: Partial<Submission> = {
  ...aSubmission({ originReferences: [{ system: 'register', id: 'K-1' }] }),
  particulars: [{ label: 'fileDetails/fileId', value: 'b0754af766b4' }],
};
const NUMBER = { origin: { system: 'Register', id: 'k-1' } };
const HASH = { hash: { algorithm: 'sha256', value: 'a5'.repeat(32) } } as const;

let database: TestDatabase;
let engineDb: Database;
let before: Keyring;
let during: Keyring;
let first: RecordedReferral;
let second: RecordedReferral;

/** As an entry point records it: the digests of files become searchable with the act. */
async function submit(keyring: Keyring, personId: string, more = CASE): Promise<RecordedReferral> {
  const { db } = database;
  const referral = await RecordedReferral.submit({ db, keyring }, personId, more);
  const { agencyId } = await personOf(db, personId);
  const numbers = (more.originReferences ?? []).flatMap(({ id }) => ownReferenceDigests(keyring, agencyId, id));
  const digests = [...fileDigests(keyring, aSubmission(more)), ...numbers];
  await db.particulars.updateMany({ where: { referralId: referral.id }, data: { materialDigests: digests } });
  await db.materialDigest.createMany({ data: digests.map((digest) => ({ referralId: referral.id, digest })) });
  return referral;
}

const shared = (id: string) =>
  findSharedValues(database.db, { referralIds: [id], coordinatorAgencyId: 'xr-desk', limit: 5 });
const found = async (keyring: Keyring, sought: Parameters<typeof findMatches>[2]) => {
  const viewer = await personOf(database.db, 'noor.rowan');
  return (await findMatches({ db: database.db, keyring }, viewer, sought)).map(({ referralId }) => referralId).sort();
};
const command = (flags: string) => {
  const keyring = ringOfFile();
  const services = { db: database.pages, engineDb, keyring, localIdentity: true } as CliDependencies;
  return runCommand(`keys renew-digests${flags}`, { services });
};
/** Without a file, after two administrators confirmed it. */
const renew = async (flags = '') => {
  const { proposalId } = JSON.parse((await command(' --as karl.rowan --json')).out);
  await confirmByBoth({ db: engineDb, keyring: ringOfFile() }, proposalId);
  return command(` --proposal ${proposalId}${flags}`);
};

beforeAll(async () => {
  atEnd(async () => rmSync(folder, { recursive: true }));
  writeFileSync(path, JSON.stringify(newKeyFile('k1')));
  database = await testDatabase();
  engineDb = connectAs(database.url, 'liaise_engine');
  atEnd(() => engineDb.$disconnect());
  const seed = alwaysOpenSeed(new Date().toISOString());
  await replaceDirectory(database.db, seed.directory, seed.people);
  before = ringOfFile();
  first = await submit(before, 'quinn.quartz');
  const text = await first.storeText('Desk 7');
  const digests = ownReferenceDigests(before, 'xr-desk', 'Desk 7');
  await database.db.particulars.updateMany({ where: { id: text }, data: { materialDigests: digests } });
  await first.act('noor.rowan', { type: 'set-own-reference', text });
  expect(await command(` ${path}`)).toMatchObject({ status: 0, out: expect.stringContaining('is current, beside') });
  during = ringOfFile();
});

test('a second renewal cannot begin before the first is finished', async () => {
  const text = readFileSync(path, 'utf8');
  expect(await command(` ${path}`)).toMatchObject({ status: 2, err: expect.stringContaining('First finish') });
  expect(await command(` ${path} --finish`)).toMatchObject({ status: 5, err: expect.stringContaining('still need') });
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('while both keys are in use, a case finds those from before, and each value counts once', async () => {
  second = await submit(during, 'petra.sage');
  const values = { originReferences: 1, hashValues: 1, files: 1 };
  expect(await shared(second.id)).toMatchObject([{ otherId: first.id, ...values }]);
  for (const sought of [NUMBER, HASH]) {
    expect(await found(during, sought)).toEqual([first.id, second.id].sort());
    expect(await found(before, sought)).toEqual([first.id, second.id].sort());
  }
  await expect(submit(during, 'quinn.quartz')).rejects.toMatchObject({ code: 'DUPLICATE_ORIGIN' });
});

test('a request that was recorded before is recognised', async () => {
  const { db, pages, owner } = database;
  const quinn = await personOf(db, 'quinn.quartz');
  const [key, submission] = ['case K-1', aSubmission()];
  const id = uuidv5(`us-quartz/${key}`, NAMESPACE);
  const [entry] = await db.journal.findMany({ where: { referralId: first.id, seq: 1 } });
  await owner.actKey.create({
    data: {
      ...{ agencyId: 'us-quartz', personId: '', key: before.digest(`key/${key}`) },
      digest: contentDigests(before, 'submit', id, submission)[0] ?? '',
      ...{ referralId: first.id, actId: entry?.actId ?? '' },
    },
  });
  const temporal = connectTemporal({ address: '127.0.0.1:1', namespace: 'default', keyring: during });
  atEnd(() => temporal.connection.close());
  const engine = createEngine({ db: pages, temporal, keyring: during });
  expect(await engine.submit(quinn, submission, { key })).toMatchObject({ referralId: first.id });
  const other = engine.submit(quinn, aSubmission({ summary: 'Something else.' }), { key });
  await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
});

test('a renewal that is interrupted continues when it is run again', async () => {
  let opened = 0;
  const stopping: Keyring = {
    ...during,
    dataKeys: {
      ...during.dataKeys,
      unwrap: (...args) => {
        opened += 1;
        if (opened > 1) throw new ReferralError('ENGINE_UNAVAILABLE', 'The key service was stopped.');
        return during.dataKeys.unwrap(...args);
      },
    },
  };
  const { db } = database;
  await expect(renewDigests({ db, keyring: stopping })).rejects.toThrow('The key service was stopped.');
  expect(await found(during, HASH)).toEqual([first.id, second.id].sort());
  const { status, out } = await renew(' --json');
  expect([status, JSON.parse(out)]).toEqual([0, { digestKeyId: during.digestKeyId, texts: 2, damaged: [], left: 0 }]);
  expect((await renew()).out).toContain('The digests of 0 texts were renewed');
});

test('then the former key is removed, and old and new cases still find each other', async () => {
  expect(await command(` ${path} --finish`)).toMatchObject({ status: 0 });
  const after = ringOfFile();
  expect(JSON.parse(readFileSync(path, 'utf8'))).not.toHaveProperty('earlierDigests');
  const third = await submit(after, 'aino.alder');
  for (const sought of [NUMBER, HASH]) {
    expect(await found(after, sought)).toEqual([first.id, second.id, third.id].sort());
    expect(await found(before, sought)).toEqual([]);
  }
  expect(await found(after, { ownReference: 'desk 7' })).toEqual([first.id]);
  expect(await shared(third.id)).toHaveLength(2);
  await expect(submit(after, 'quinn.quartz')).rejects.toMatchObject({ code: 'DUPLICATE_ORIGIN' });
});

test('a text that does not open is named, and its digests keep the former key in use', async () => {
  const { db } = database;
  await command(` ${path}`);
  const [text] = await db.particulars.findMany({ where: { referralId: first.id } });
  const id = text?.id ?? '';
  await db.particulars.updateMany({ where: { id }, data: { sealed: Buffer.alloc(60) } });
  const { status, out, err } = await renew();
  expect([status, out, err]).toEqual([5, expect.stringContaining(`${id} does not open.`), expect.any(String)]);
  expect(await command(` ${path} --finish`)).toMatchObject({ status: 5 });
});

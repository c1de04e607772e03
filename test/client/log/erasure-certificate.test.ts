/** The log after data was destroyed: the certificate of an erasure, and an officer who was pseudonymised. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { changeDirectory } from '../../../activities/directory/change-directory.ts';
import type { CliDependencies } from '../../../client/cli/dependencies.ts';
import { compareLog } from '../../../client/log/compare-log.ts';
import { makeErasureCertificate, makeProof } from '../../../client/log/make-proof.ts';
import { seal } from '../../../client/log/seal.ts';
import { openReader, type Reader } from '../../../client/queries/read.ts';
import { formatVerifierKey } from '../../../domain/audit/note.ts';
import { verifyBundle } from '../../../domain/audit/verify-bundle.ts';
import { parseRegister } from '../../../domain/erasure-register.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import type { Person } from '../../../domain/people.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { contradictionsOf } from '../../../prisma/store/leaf-comparison.ts';
import type { SealingStore } from '../../../prisma/store/log-sealing.ts';
import { atEnd } from '../../support/at-end.ts';
import { connectAs, separateTemplate, type TestDatabase, testDatabase } from '../../support/database.ts';
import { newSigner, ORIGIN } from '../../support/log-keys.ts';
import { personOf } from '../../support/people.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { alwaysOpenSeed } from '../../support/seed.ts';
import { runCommand } from '../cli/run-command.ts';
import { sealingStore } from './log-fixture.ts';

const signer = newSigner();
const policy = { origin: ORIGIN, logKeys: [signer.key], witnesses: [], quorum: 0 };
const keyring = parseKeyring(JSON.stringify(newKeyFile('2026-11')));

let database: TestDatabase;
let store: SealingStore;
let reader: Reader;
let referral: RecordedReferral;

beforeAll(async () => {
  database = await testDatabase(await separateTemplate());
  const seed = alwaysOpenSeed(new Date().toISOString());
  await replaceDirectory(database.db, seed.directory, seed.people);
  store = await sealingStore(database.url);
  reader = openReader({ db: database.pages, keyring });
  referral = await RecordedReferral.submit({ db: database.db, keyring }, 'quinn.quartz');
  await referral.act('noor.rowan', { type: 'file-informational' });
});

const sealNow = () => seal({ store, origin: ORIGIN, signers: [signer], logKeys: [signer.key] });

async function certificateFor(viewer: Person): Promise<Uint8Array> {
  return makeErasureCertificate({ db: database.pages, quorum: 0 }, viewer, await reader.status(viewer, referral.id));
}

test('there is no certificate before the erasure', async () => {
  const quinn = await personOf(database.db, 'quinn.quartz');
  await expect(certificateFor(quinn)).rejects.toMatchObject({ code: 'WRONG_STATUS' });
});

test('it proves when and why the referral was erased, and how much was destroyed', async () => {
  await referral.act('ines.rowan', { type: 'erase' });
  await sealNow();
  const { reference } = await referral.read();
  const file = await certificateFor(await personOf(database.db, 'quinn.quartz'));
  const { isProved, bundle } = await verifyBundle(file, policy);
  expect(isProved).toBe(true);
  expect(bundle?.events.map(({ commitment }) => commitment.shown)).toMatchObject([
    {
      ...{ event: 'erased', operation: 'erasure', agency: 'xr-desk' },
      change: {
        status: ['closed', 'erased'],
        erased: { ground: 'supervisor-order', keys: 1, texts: 1, references: 1 },
      },
    },
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'certificate-'));
  atEnd(() => rm(folder, { recursive: true }));
  const path = join(folder, 'erasure.liaise-proof');
  await writeFile(path, file);
  const verified = await runCommand(`verify ${path} --key ${formatVerifierKey(signer.key)}`);
  expect(verified).toMatchObject({ status: 0, err: '' });
  expect(verified.out.replaceAll(/\s+/g, ' ')).toContain(`Referral ${reference} was erased on`);
  expect(verified.out.replaceAll(/\s+/g, ' ')).toContain('Destroyed: keys 1, texts 1,');
});

test('a lost erasure register is created again from certificates', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'register-'));
  atEnd(() => rm(folder, { recursive: true }));
  const [certificate, path] = [join(folder, 'erasure.liaise-proof'), join(folder, 'erasures.jsonl')];
  await writeFile(certificate, await certificateFor(await personOf(database.db, 'quinn.quartz')));
  // A database from before the erasure, which has no referral at all.
  const { db, pages } = await testDatabase();
  const key = newSigner('erasure-register');
  const erasures = { path, signer: async () => key };
  const services = {
    db: pages,
    engineDb: db,
    keyring,
    localIdentity: true,
    logPolicy: policy,
    erasures,
  } as unknown as CliDependencies;
  const create = await runCommand(`erasure-register create --certificate ${certificate} --json`, { services });
  expect(create).toMatchObject({ status: 0, err: '' });
  expect(JSON.parse(create.out)).toEqual({ entries: 1 });
  expect((await parseRegister(await readFile(path, 'utf8'))).erasures).toMatchObject([
    { referralId: referral.id, ground: 'supervisor-order' },
  ]);
  expect(await runCommand('list --as quinn.quartz', { services })).toMatchObject({
    status: 1,
    err: expect.stringContaining('LIAISE_ERASURE_REGISTER_FILE: The database and the register do not agree'),
  });
  const applied = await runCommand('erasure-register apply', { services });
  expect(applied).toMatchObject({ status: 0, out: 'The database has all 1 erasures of the register.\n' });
  expect((await runCommand('list --as quinn.quartz', { services })).err).toContain('UNKNOWN_PERSON');
  await writeFile(certificate, (await certificateFor(await personOf(database.db, 'ines.rowan'))).slice(0, -9));
  const forged = await runCommand(`erasure-register create --certificate ${certificate}`, { services });
  expect(forged.err).toContain('proves no erasure');
});

test('a changed number of what was destroyed is found', async () => {
  const file = await certificateFor(await personOf(database.db, 'ines.rowan'));
  const { bundle } = await verifyBundle(file, policy);
  expect(bundle).toBeDefined();
  for (let at = 0; at < file.length; at += 7) {
    const changed = file.map((byte, index) => (index === at ? byte ^ 1 : byte));
    expect((await verifyBundle(changed, policy)).isProved, `byte ${at}`).toBe(false);
  }
});

test('a pseudonymised officer is named nowhere, and the log and older bundles still verify', async () => {
  const { db, pages } = database;
  const [id, name] = ['p-4711', 'Zephyrine Quillfeather'];
  const details = { email: 'zephyrine@quillfeather.example', language: 'en', zone: 'UTC' };
  await db.person.create({ data: { id, name, ...details } });
  await db.membership.create({ data: { personId: id, agencyId: 'us-quartz', role: 'liaison-officer' } });
  const account = { issuer: 'https://id.example', subject: 'quillfeather' };
  await db.identity.create({ data: { ...account, personId: id, scopes: [] } });
  const acted = await RecordedReferral.submit({ db, keyring }, id);
  await sealNow();
  const quinn = await personOf(db, 'quinn.quartz');
  const bundle = await makeProof({ db: pages, quorum: 0 }, quinn, await reader.status(quinn, acted.id));
  await db.membership.deleteMany({ where: { personId: id } });
  expect((await tablesWith('quillfeather')).toSorted()).toEqual(['identity', 'person']);

  const [karl, dora] = await Promise.all(['karl.rowan', 'dora.rowan'].map((each) => personOf(db, each)));
  if (!karl || !dora) throw new Error('The seed has two administrators.');
  const services = { db: pages, keyring, localIdentity: true } as unknown as CliDependencies;
  const proposed = await runCommand(`pseudonymise ${id} --as karl.rowan --json`, { services });
  const { proposalId } = JSON.parse(proposed.out);
  const engine = connectAs(database.url, 'liaise_engine');
  const confirm = (by: Person, officerYears?: number) =>
    changeDirectory(
      { db: engine, keyring, ...(officerYears !== undefined && { officerYears }) },
      { requestId: crypto.randomUUID(), by, task: { type: 'confirm', proposalId } },
    );
  expect(await confirm(karl)).toBe('confirmed-once');
  await expect(confirm(dora)).rejects.toMatchObject({ code: 'CANNOT_PSEUDONYMISE' });
  expect(await confirm(dora, 0)).toBe('applied');
  await sealNow();
  expect(await tablesWith('quillfeather')).toEqual([]);
  expect(await compareLog(db, policy)).toEqual([]);
  expect(await contradictionsOf(db, acted.id)).toEqual([]);
  const { isProved, bundle: opened } = await verifyBundle(bundle, policy);
  expect(isProved).toBe(true);
  expect(opened?.events[0]?.person?.fields.person).toBe(id);
});

/** The tables that have the text in any row, in clear. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await database.db.$queryRaw<{ name: string }[]>`
    SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const query = `SELECT 1 FROM "${name}" AS row WHERE row::text ILIKE '%${text}%' LIMIT 1`;
    if ((await database.db.$queryRawUnsafe<unknown[]>(query)).length > 0) found.push(name);
  }
  return found;
}

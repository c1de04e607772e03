/** Proof bundles from a database: made for one viewer, and verified with public keys only, by function and command. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { CliDependencies } from '../../../client/cli/dependencies.ts';
import { makeProof } from '../../../client/log/make-proof.ts';
import { seal } from '../../../client/log/seal.ts';
import { openReader, type Reader } from '../../../client/queries/read.ts';
import { textOf } from '../../../domain/audit/bytes.ts';
import { formatVerifierKey } from '../../../domain/audit/note.ts';
import { verifyBundle } from '../../../domain/audit/verify-bundle.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import type { Person } from '../../../domain/people.ts';
import { leavesOf } from '../../../prisma/store/audit.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { newestCheckpoint } from '../../../prisma/store/log.ts';
import type { SealingStore } from '../../../prisma/store/log-sealing.ts';
import { atEnd } from '../../support/at-end.ts';
import { RECIPIENT_IN } from '../../support/cases-by-status.ts';
import { separateTemplate, type TestDatabase, testDatabase } from '../../support/database.ts';
import { NO_ADDRESSES, testDesk } from '../../support/desk.ts';
import { CAST, officerAt } from '../../support/factories.ts';
import { newSigner, ORIGIN } from '../../support/log-keys.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { alwaysOpenSeed } from '../../support/seed.ts';
import { storeCase } from '../../support/store-case.ts';
import { callerOf, codeOf } from '../api/api-client.ts';
import { runCommand } from '../cli/run-command.ts';
import { addSomeLeaves, sealingStore } from './log-fixture.ts';

const signer = newSigner();
const policy = { origin: ORIGIN, logKeys: [signer.key], witnesses: [], quorum: 0 };
let database: TestDatabase;
let template: string;
let store: SealingStore;
let reader: Reader;
let name: string;
let folder: string;

beforeAll(async () => {
  template = await separateTemplate();
  database = await testDatabase(template);
  const { db, pages } = database;
  store = await sealingStore(database.url);
  reader = openReader({ db: pages, keyring: parseKeyring(JSON.stringify(newKeyFile('2026-11'))) });
  await addSomeLeaves(db, 300);
  name = (await storeCase(db, RECIPIENT_IN.accepted())).referral.reference;
  await addSomeLeaves(db, 300);
  folder = await mkdtemp(join(tmpdir(), 'proof-'));
  atEnd(() => rm(folder, { recursive: true }));
});

const sealNow = (into = store) => seal({ store: into, origin: ORIGIN, signers: [signer], logKeys: [signer.key] });
const proofFor = async (viewer: Person, waitMs?: number) =>
  makeProof(
    { db: database.pages, quorum: 0, ...(waitMs !== undefined && { waitMs }) },
    viewer,
    await reader.status(viewer, name),
  );

test('a bundle waits until its events are sealed', async () => {
  await expect(proofFor(CAST.sender, 50)).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
  const proving = proofFor(CAST.sender);
  await sealNow();
  expect((await verifyBundle(await proving, policy)).isProved).toBe(true);
});

test.each([
  ['the sender', CAST.sender],
  ['the coordinator', CAST.coordinator],
  ['the recipient', officerAt('fi-1')],
])('%s gets the events of the own timeline, with colleagues by name and no other person', async (_, viewer) => {
  await sealNow();
  const { journal } = await reader.status(viewer, name);
  const file = await proofFor(viewer);
  const { isProved, bundle } = await verifyBundle(file, policy);
  expect(isProved).toBe(true);
  const shown = bundle?.events.map(({ commitment }) => commitment.shown.event) ?? [];
  const visible: string[] = journal.map(({ event }) => event.type);
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.filter((event) => !visible.includes(event ?? ''))).toEqual([]);
  const text = textOf(file.map((byte) => (byte < 128 ? byte : 63)));
  for (const person of [CAST.sender, CAST.coordinator, officerAt('fi-1')]) {
    const isColleague = person.agencyId === viewer.agencyId;
    if (!isColleague) expect(text).not.toContain(person.personId);
  }
});

test('a recipient of one part learns nothing about the others', async () => {
  const verified = await verifyBundle(await proofFor(officerAt('fi-1')), policy);
  const events = verified.bundle?.events.map(({ commitment }) => commitment.shown.event);
  expect(events).not.toContain('routed');
  expect(events).not.toContain('triage-proposed');
});

test('the API and a page give the bundle as a file, and the audit log records it', async () => {
  const database = await testDatabase(template);
  const seed = alwaysOpenSeed(new Date().toISOString());
  await replaceDirectory(database.db, seed.directory, seed.people);
  const desk = await testDesk(undefined, { ...NO_ADDRESSES, database });
  const kept = await RecordedReferral.submit(desk, 'quinn.quartz');
  const { reference } = await kept.read();
  const unsealed = await (await callerOf(desk, 'quinn.quartz')).get(`/referrals/${reference}/proof`);
  expect([unsealed.statusCode, codeOf(unsealed)]).toEqual([503, 'ENGINE_UNAVAILABLE']);
  await sealNow(await sealingStore(database.url));
  const answers = [
    await (await callerOf(desk, 'quinn.quartz')).get(`/referrals/${kept.id}/proof`),
    await (await desk.browser('noor.rowan')).post(`/referrals/${reference}/proof`),
  ];
  for (const { statusCode, headers, rawPayload } of answers) {
    expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
      ...[200, 'application/octet-stream', 'no-store'],
    ]);
    expect(headers['content-disposition']).toBe(`attachment; filename="${reference}.liaise-proof"`);
    expect((await verifyBundle(rawPayload, policy)).isProved).toBe(true);
  }
  const made = (await leavesOf(database.db, kept.id)).filter(({ about }) => 'proof' in about);
  expect(made).toMatchObject([
    { operation: 'consultation', by: { personId: 'quinn.quartz' }, via: { channel: 'api' }, about: { events: 4 } },
    { operation: 'consultation', by: { personId: 'noor.rowan' }, via: { channel: 'page' }, about: { events: 4 } },
  ]);
  const audit = await (await desk.browser('ines.rowan')).get(`/audit?referral=${reference}`);
  expect(audit.body).toContain('Fichier de preuve créé avec 4 événements');
});

test('liaise verify says in plain words what is proved and what is not', async () => {
  const path = join(folder, 'good.liaise-proof');
  await writeFile(path, await proofFor(CAST.sender));
  const good = await runCommand(`verify ${path} --key ${formatVerifierKey(signer.key)}`);
  expect(good).toMatchObject({ status: 0, err: '' });
  expect(good.out).toContain('The bundle is proved.');
  expect(good.out).toContain(`events of referral ${name}`);
  expect(good.out).toContain('It does not prove that what the events say is true.');
  expect(good.out).toContain('No witness has countersigned.');
  const german = await runCommand(`verify ${path} --key ${formatVerifierKey(signer.key)} --language de --json`);
  expect(JSON.parse(german.out)).toMatchObject({ isProved: true, verdict: 'Das Beweispaket ist gültig.' });
  const italian = await runCommand(`verify ${path} --key ${formatVerifierKey(signer.key)} --language it`);
  expect(italian).toMatchObject({ out: '', err: expect.stringContaining('Allowed choices are en, fr, de') });
  expect(italian.status).not.toBe(0);
});

test('liaise log-consistency proves that a later checkpoint continues an earlier one', async () => {
  const key = formatVerifierKey(signer.key);
  const bundle = join(folder, 'earlier.liaise-proof');
  const file = join(folder, 'consistency.txt');
  await writeFile(bundle, await proofFor(CAST.sender));
  const before = (await newestCheckpoint(database.db))?.size ?? 0;
  await addSomeLeaves(database.db, 20);
  await sealNow();
  const after = (await newestCheckpoint(database.db))?.size ?? 0;
  const services = { readerDb: database.db } as CliDependencies;
  for (const [first, second] of [
    [bundle, after],
    [after, bundle],
    [before, after],
    [after, after],
  ]) {
    const made = await runCommand(`log-consistency ${first} ${second} --out ${file}`, { services });
    expect(made).toMatchObject({ status: 0, err: '' });
    const verified = await runCommand(`verify ${file} --key ${key}`);
    expect(verified).toMatchObject({ status: 0, err: '' });
    expect(verified.out).toContain(`log ${ORIGIN} of ${after} entries begins with the log of`);
    expect(verified.out).toContain('It does not prove that what the entries say is true.');
    const french = await runCommand(`verify ${file} --key ${key} --language fr --json`);
    expect(JSON.parse(french.out)).toMatchObject({
      ...{ isProved: true, verdict: 'Le fichier est une preuve de cohérence, et elle est valable.' },
      notProved: expect.arrayContaining(['Aucun témoin n’a contresigné.'].map((text) => expect.stringContaining(text))),
    });
  }
  const absent = await runCommand(`log-consistency ${before + 1} ${after}`, { services });
  expect(absent.err).toContain(`no checkpoint of ${before + 1} leaves. The next smaller one has ${before}.`);
});

test('liaise verify says where a changed copy was changed', async () => {
  const path = join(folder, 'bad.liaise-proof');
  const file = await proofFor(CAST.sender);
  const changed = file.slice();
  changed[file.length - 300] = (changed[file.length - 300] ?? 0) ^ 1;
  await writeFile(path, changed);
  const bad = await runCommand(`verify ${path} --key ${formatVerifierKey(signer.key)}`);
  expect(bad.status).not.toBe(0);
  expect(bad.out).toMatch(/The bundle is NOT proved\.[\s\S]*was changed or damaged in (hash \d+|the checkpoint)/);
  await writeFile(path, file);
  const other = await runCommand(`verify ${path} --key ${formatVerifierKey(newSigner().key)}`);
  expect(other.out).toContain('None of the given keys has signed the checkpoint.');
  expect((await runCommand(`verify ${path} --key nonsense+key`)).err).toContain('INVALID_INPUT');
});

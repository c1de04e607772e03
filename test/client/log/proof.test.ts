/** Proof bundles from a database: made for a viewer, verified with the keys alone, by function and by command. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { makeProof } from '../../../client/log/make-proof.ts';
import { seal } from '../../../client/log/seal.ts';
import { openReader, type Reader } from '../../../client/queries/read.ts';
import { textOf } from '../../../domain/audit/bytes.ts';
import { formatVerifierKey } from '../../../domain/audit/note.ts';
import { verifyBundle } from '../../../domain/audit/verify-bundle.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import type { Person } from '../../../domain/people.ts';
import type { SealingStore } from '../../../prisma/store/log-sealing.ts';
import { atEnd } from '../../support/at-end.ts';
import { RECIPIENT_IN } from '../../support/cases-by-status.ts';
import { separateTemplate, type TestDatabase, testDatabase } from '../../support/database.ts';
import { CAST, officerAt } from '../../support/factories.ts';
import { newSigner, ORIGIN } from '../../support/log-keys.ts';
import { storeCase } from '../../support/store-case.ts';
import { runCommand } from '../cli/run-command.ts';
import { addSomeLeaves, sealingStore } from './log-fixture.ts';

const signer = newSigner();
const policy = { origin: ORIGIN, logKeys: [signer.key], witnesses: [], quorum: 0 };
let database: TestDatabase;
let store: SealingStore;
let reader: Reader;
let name: string;
let folder: string;

beforeAll(async () => {
  database = await testDatabase(await separateTemplate());
  const { db, pages } = database;
  store = await sealingStore(database.url);
  reader = openReader({ db: pages, keyring: parseKeyring(JSON.stringify(newKeyFile('2026-11'))) });
  await addSomeLeaves(db, 300);
  name = (await storeCase(db, RECIPIENT_IN.accepted())).referral.reference;
  await addSomeLeaves(db, 300);
  folder = await mkdtemp(join(tmpdir(), 'proof-'));
  atEnd(() => rm(folder, { recursive: true }));
});

const sealNow = () => seal({ store, origin: ORIGIN, signers: [signer], logKeys: [signer.key] });
const proofFor = async (viewer: Person, waitMs?: number) =>
  makeProof(
    { db: database.pages, quorum: 0, ...(waitMs !== undefined && { waitMs }) },
    viewer,
    await reader.status(viewer, name),
  );

test('events that are not sealed are waited for', async () => {
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
  expect(JSON.parse(german.out)).toMatchObject({ isProved: true, verdict: 'Das Beweispaket ist bewiesen.' });
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

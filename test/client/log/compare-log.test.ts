/** Changes of journal and log by a superuser with disabled triggers: each is found, and its place is named. */

import { beforeAll, expect, test } from 'vitest';
import { compareLog } from '../../../client/log/compare-log.ts';
import { type SealedCheckpoint, seal } from '../../../client/log/seal.ts';
import { createWitness, formatAddCheckpoint, type WitnessState } from '../../../client/log/witness.ts';
import { serveWitness } from '../../../client/log/witness-server.ts';
import type { LogPolicy } from '../../../domain/audit/log-policy.ts';
import { type Database, LONG_TRANSACTION, type Queries } from '../../../prisma/store/connect.ts';
import { contradictionsOf } from '../../../prisma/store/leaf-comparison.ts';
import { rebuildReferral } from '../../../prisma/store/rebuild.ts';
import { atEnd } from '../../support/at-end.ts';
import { RECIPIENT_IN } from '../../support/cases-by-status.ts';
import { separateTemplate, testDatabase } from '../../support/database.ts';
import { newSigner, ORIGIN } from '../../support/log-keys.ts';
import { storeCase } from '../../support/store-case.ts';
import { addSomeLeaves, asSuperuser, sealingStore } from './log-fixture.ts';

const signer = newSigner();
const witnessSigner = newSigner('witness.example/w1', 'cosignature');
const policy: LogPolicy = { origin: ORIGIN, logKeys: [signer.key], witnesses: [], quorum: 0 };
let db: Database;
let id: string;
let sealed: SealedCheckpoint | undefined;
let sealMore: () => Promise<SealedCheckpoint | undefined>;

/** 300 leaves of others, a case, and a second checkpoint. */
beforeAll(async () => {
  const database = await testDatabase(await separateTemplate());
  db = database.db;
  const store = await sealingStore(database.url);
  sealMore = () => seal({ store, origin: ORIGIN, signers: [signer], logKeys: [signer.key] });
  await addSomeLeaves(db, 300);
  await sealMore();
  id = (await storeCase(db, RECIPIENT_IN.accepted())).referral.id;
  await asSuperuser(db, 'log_checkpoint', `UPDATE log_checkpoint SET signed_at = '2020-01-01'`);
  sealed = await sealMore();
});

/** Everything that journal, leaves and log contradict each other in. */
async function faults(tx: Queries = db): Promise<string[]> {
  const inJournal = await contradictionsOf(tx, id);
  const inLog = await compareLog(tx, policy);
  return [...inJournal, ...inLog].map(({ fault, detail }) => `${fault}: ${detail}`);
}

test('an unchanged log passes the check, also before everything is sealed', async () => {
  expect(await faults()).toEqual([]);
  expect(await compareLog(db, undefined)).toEqual([]);
  await addSomeLeaves(db, 3);
  expect(await faults()).toEqual([]);
});

/** What is found after a change, which is then rolled back. */
async function faultsAfter(table: string, statement: string): Promise<string[]> {
  let found: string[] = [];
  const undone = db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_append_only`);
    await tx.$executeRawUnsafe(statement);
    found = await faults(tx);
    throw new Error('rolled back');
  }, LONG_TRANSACTION);
  await expect(undone).rejects.toThrow('rolled back');
  return found;
}

const LEAF_OF_3 = `referral_id IS NOT NULL AND (leaf #>> '{about,seq}')::int = 3`;

test.each<[string, table: string, statement: string, ...expected: RegExp[]]>([
  [
    'changes an entry',
    'journal',
    `UPDATE journal SET event = event || '{"type":"held"}' WHERE seq = 3`,
    /^entry-changed: entry 3/,
  ],
  [
    'changes an author',
    'journal',
    `UPDATE journal SET by = '{"kind":"engine"}' WHERE seq = 1`,
    /^entry-changed: entry 1/,
  ],
  [
    'sets acts back by five hours',
    'journal',
    `UPDATE journal SET at = at - interval '5 hours' WHERE seq IN (1, 3)`,
    /^entry-changed: entry 1/,
    /^entry-changed: entry 3/,
  ],
  [
    'deletes entries',
    'journal',
    `DELETE FROM journal WHERE seq >= 3 AND seq < 5`,
    /^entry-deleted: entry 3/,
    /^entry-deleted: entry 4/,
  ],
  ['restores the journal to yesterday', 'journal', `DELETE FROM journal WHERE seq > 20`, /^entry-deleted: entry 21/],
  [
    'adds an entry',
    'journal',
    `INSERT INTO journal (referral_id, seq, at, act_id, by, schema, type, event) SELECT referral_id, 999, at, 'x', by, schema, type, event FROM journal WHERE seq = 1`,
    /^entry-not-logged: entry 999/,
  ],
  [
    'changes a leaf',
    'audit_leaf',
    `UPDATE audit_leaf SET leaf = jsonb_set(leaf, '{at}', '"2026-01-01T00:00:00.000Z"') WHERE ${LEAF_OF_3}`,
    /^leaf-contradicts-entry: leaf \d+ about entry 3/,
    /^leaf-changed: position 302, leaf 303, entry 3/,
  ],
  [
    'changes what a leaf says about a status',
    'audit_leaf',
    `UPDATE audit_leaf SET leaf = jsonb_set(leaf, '{change}', '{"status":["received","closed"]}') WHERE ${LEAF_OF_3}`,
    /^leaf-contradicts-entry: leaf \d+ about entry 3/,
  ],
  [
    'changes the operation of a leaf and its column',
    'audit_leaf',
    `UPDATE audit_leaf SET leaf = jsonb_set(leaf, '{operation}', '"erasure"'), operation = 'erasure' WHERE ${LEAF_OF_3}`,
    /^leaf-contradicts-entry: leaf \d+ about entry 3/,
  ],
  [
    'changes the reference in a leaf',
    'audit_leaf',
    `UPDATE audit_leaf SET leaf = leaf || '{"reference":"XR-2026-999999"}' WHERE ${LEAF_OF_3}`,
    /^leaf-contradicts-entry: leaf \d+ about entry 3/,
  ],
  [
    'adds a second leaf about an entry',
    'audit_leaf',
    `INSERT INTO audit_leaf (at, operation, referral_id, leaf) SELECT at, operation, referral_id, leaf FROM audit_leaf WHERE ${LEAF_OF_3}`,
    /^leaf-contradicts-entry: leaf \d+ about entry 3/,
  ],
  [
    'deletes the leaves of a case',
    'audit_leaf',
    `DELETE FROM audit_leaf WHERE ${LEAF_OF_3}`,
    /^entry-not-logged: entry 3/,
    /^leaf-deleted: position 302, leaf 303$/,
  ],
  [
    'deletes refused attempts',
    'audit_leaf',
    `DELETE FROM audit_leaf WHERE id <= 2`,
    /^leaf-deleted: position 0, leaf 1$/,
    /^leaf-deleted: position 1, leaf 2$/,
  ],
  [
    'changes a salt',
    'audit_leaf',
    `UPDATE audit_leaf SET salt = gen_random_uuid() WHERE id = 7`,
    /^leaf-changed: position 6, leaf 7$/,
  ],
  [
    'takes a part of a leaf away',
    'audit_leaf',
    `UPDATE audit_leaf SET leaf = leaf - 'by' WHERE id = 7`,
    /^leaf-changed: position 6, leaf 7$/,
  ],
  [
    'hides a leaf from the lists of its time',
    'audit_leaf',
    `UPDATE audit_leaf SET at = at - interval '1 ms' WHERE id = 7`,
    /^leaf-changed: position 6, leaf 7, column at$/,
  ],
  [
    'hides a leaf from the lists of its operation',
    'audit_leaf',
    `UPDATE audit_leaf SET operation = 'consultation' WHERE id = 7`,
    /^leaf-changed: position 6, leaf 7, column operation$/,
  ],
  [
    'hides a leaf from its referral',
    'audit_leaf',
    `UPDATE audit_leaf SET referral_id = NULL WHERE ${LEAF_OF_3}`,
    /^leaf-changed: position 302, leaf 303, entry 3 \(.*\), column referral_id$/,
  ],
  [
    'hides a leaf from the agency of its author',
    'audit_leaf',
    `DO $$ BEGIN
       ALTER TABLE audit_leaf ALTER COLUMN by_agency_id DROP EXPRESSION;
       UPDATE audit_leaf SET by_agency_id = 'fi-birch' WHERE id = 7;
     END $$`,
    /^leaf-changed: position 6, leaf 7, column by_agency_id$/,
  ],
  [
    'deletes a position',
    'log_entry',
    `DELETE FROM log_entry WHERE position = 299`,
    /^node-changed: position 299 of the log is missing$/,
    /^leaf-not-in-log: leaf 300$/,
    /^log-forked: checkpoint 1 has another root for 300 leaves$/,
  ],
  [
    'adds a tile',
    'log_tile',
    `INSERT INTO log_tile (level, index, hashes, root) SELECT 3, 0, hashes, root FROM log_tile`,
    /^node-changed: tile 3\/0 has no leaves$/,
  ],
  [
    'inserts a backdated leaf before the others',
    'audit_leaf',
    `INSERT INTO audit_leaf (at, operation, referral_id, leaf, tx) SELECT at, operation, NULL, leaf - 'referralId', '3' FROM audit_leaf WHERE id = 5`,
    /^leaf-not-in-log: leaf \d+/,
  ],
  [
    'changes a node',
    'log_tile',
    `UPDATE log_tile SET hashes = overlay(hashes PLACING sha256('x') FROM 65 FOR 32)`,
    /^node-changed: tile 0\/0: hash 2$/,
  ],
  [
    'changes the root of a tile',
    'log_tile',
    `UPDATE log_tile SET root = sha256('x')`,
    /^node-changed: tile 0\/0: its root$/,
  ],
  ['deletes a tile', 'log_tile', `DELETE FROM log_tile`, /^node-changed: tile 0\/0 is missing$/],
  [
    'changes a checkpoint',
    'log_checkpoint',
    `UPDATE log_checkpoint SET note = replace(note, '${ORIGIN}\n300', '${ORIGIN}\n299') WHERE id = 1`,
    /^checkpoint-changed: checkpoint 1 cannot be read/,
  ],
  [
    'changes a signature',
    'log_checkpoint',
    `UPDATE log_checkpoint SET note = regexp_replace(note, '(.{20})=\n$', 'AAAAAAAAAAAAAAAAAAAA=\n') WHERE id = 2`,
    /^checkpoint-changed: checkpoint 2/,
  ],
])('a superuser %s', async (_, table, statement, ...expected) => {
  const found = await faultsAfter(table, statement);
  for (const each of expected) expect(found).toContainEqual(expect.stringMatching(each));
});

test('a superuser who also rewrites the log contradicts its checkpoints', async () => {
  const found = await faultsAfter('log_entry', `UPDATE log_entry SET hash = sha256('x') WHERE position = 299`);
  expect(found).toContainEqual('leaf-changed: position 299, leaf 300');
  expect(found).toContainEqual('log-forked: checkpoint 1 has another root for 300 leaves');
});

test('a backdated leaf is found by the time of its checkpoint', async () => {
  await asSuperuser(db, 'log_checkpoint', `UPDATE log_checkpoint SET signed_at = now() WHERE id = 2`);
  await db.$executeRaw`INSERT INTO audit_leaf (at, operation, leaf)
    SELECT '2026-01-01T00:00:00Z', operation, jsonb_set(leaf, '{at}', '"2026-01-01T00:00:00.000Z"') || '{"restored":true}'
    FROM audit_leaf WHERE id = 5`;
  await sealMore();
  expect(await faults()).toContainEqual(expect.stringMatching(/^leaf-backdated: .*says 2026-01-01/));
});

test('a log that was restored to yesterday with everything else is behind its witness', async () => {
  const state: WitnessState = {};
  const witness = createWitness({ signer: witnessSigner, logKeys: [signer.key], state, save: async () => {} });
  const server = await serveWitness(witness, '127.0.0.1', 0);
  atEnd(server.close);
  const watched = { ...policy, witnesses: [{ key: witnessSigner.key, url: server.url }] };
  await witness.addCheckpoint(formatAddCheckpoint({ oldSize: 0, proof: [], note: sealed?.note ?? '' }));
  expect((await compareLog(db, watched)).filter(({ fault }) => fault !== 'leaf-backdated')).toEqual([]);
  await asSuperuser(db, 'log_entry', `DELETE FROM log_entry WHERE position >= 300`);
  await asSuperuser(db, 'log_checkpoint', `DELETE FROM log_checkpoint WHERE id > 1`);
  await asSuperuser(db, 'audit_leaf', `DELETE FROM audit_leaf WHERE id > 300`);
  const found = await compareLog(db, watched);
  expect(found).toMatchObject([{ fault: 'log-rolled-back', detail: expect.stringContaining('witness.example/w1') }]);
  await server.close();
  expect(await compareLog(db, watched)).toMatchObject([{ fault: 'witness-silent' }]);
});

test('rebuild does not cover up a changed journal', async () => {
  await asSuperuser(db, 'journal', `UPDATE journal SET at = at - interval '5 hours' WHERE seq = 1`);
  const before = await db.referral.findMany();
  expect(await rebuildReferral(db, id)).toBe('contradicted');
  expect(await db.referral.findMany()).toEqual(before);
});

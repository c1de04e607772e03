/** Changes by a superuser to a log with external witnesses: renamed logs, rewritten leaves, missing witnesses. */

import { beforeEach, expect, test } from 'vitest';
import { compareLog } from '../../../client/log/compare-log.ts';
import { type SealedCheckpoint, seal } from '../../../client/log/seal.ts';
import { createWitness, formatAddCheckpoint, type WitnessState } from '../../../client/log/witness.ts';
import { serveWitness } from '../../../client/log/witness-server.ts';
import { type LogPolicy, parseLogPolicy } from '../../../domain/audit/log-policy.ts';
import { consistencyProof } from '../../../domain/audit/merkle-proofs.ts';
import { formatNote, formatVerifierKey, parseNote } from '../../../domain/audit/note.ts';
import type { NoteSigner } from '../../../domain/audit/note-signer.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { readTileHashes } from '../../../prisma/store/log.ts';
import type { SealingStore } from '../../../prisma/store/log-sealing.ts';
import { atEnd } from '../../support/at-end.ts';
import { separateTemplate, testDatabase } from '../../support/database.ts';
import { newSigner, ORIGIN } from '../../support/log-keys.ts';
import { addSomeLeaves, asSuperuser, rewriteLeaf, sealingStore } from './log-fixture.ts';

const signer = newSigner();
const witnessSigner = newSigner('witness.example/w1', 'cosignature');
let db: Database;
let store: SealingStore;
let state: WitnessState;
let policy: LogPolicy;

beforeEach(async () => {
  const database = await testDatabase(await separateTemplate());
  db = database.db;
  store = await sealingStore(database.url);
  state = {};
  const witness = createWitness({ signer: witnessSigner, logKeys: [signer.key], state, save: async () => {} });
  const server = await serveWitness(witness, '127.0.0.1', 0);
  atEnd(server.close);
  policy = {
    origin: ORIGIN,
    logKeys: [signer.key],
    witnesses: [{ key: witnessSigner.key, url: server.url }],
    quorum: 1,
  };
  await addSomeLeaves(db, 300);
  await countersign(await sealAs(signer), witness);
  await addSomeLeaves(db, 5);
  await countersign(await sealAs(signer), witness);
});

async function sealAs(by: NoteSigner, origin = ORIGIN): Promise<SealedCheckpoint> {
  const sealed = await seal({ store, origin, signers: [by], logKeys: [by.key, signer.key] });
  if (sealed === undefined) throw new Error('The log is empty.');
  return sealed;
}

/** As the sealer does it. */
async function countersign({ id, size, note }: SealedCheckpoint, witness: ReturnType<typeof createWitness>) {
  const oldSize = state[ORIGIN]?.size ?? 0;
  const hashes = await readTileHashes(db, [{ start: 0, end: size }], size);
  const proof = oldSize === 0 ? [] : consistencyProof(oldSize, size, (range) => hashes.rangeHash(range));
  const { status, body } = await witness.addCheckpoint(formatAddCheckpoint({ oldSize, proof, note }));
  expect(status).toBe(200);
  await store.addCosignature(id, witnessSigner.key.name, body);
}

/** Without leaves whose times are those of the fixture. */
async function faults(given = policy): Promise<string[]> {
  const found = (await compareLog(db, given)).filter(({ fault }) => fault !== 'leaf-backdated');
  return found.map(({ fault, detail }) => `${fault}: ${detail}`);
}

test('a log with a witness is whole, also with leaves that the witness has not seen', async () => {
  expect(await faults()).toEqual([]);
  await addSomeLeaves(db, 3);
  await sealAs(signer);
  expect(await faults()).toEqual([]);
});

test('a note that names another log does not hide its signature', async () => {
  await asSuperuser(db, 'log_checkpoint', `UPDATE log_checkpoint SET note = replace(note, '${ORIGIN}', 'x.example/y')`);
  for (const id of [1, 2]) {
    const detail = `checkpoint ${id} names another log, x.example/y, that no key of the policy signs for`;
    expect(await faults()).toContainEqual(`checkpoint-changed: ${detail}`);
  }
});

test('checkpoints of a former name of the log are accepted if the policy names its key', async () => {
  const renamed = newSigner('new.example/log');
  await addSomeLeaves(db, 1);
  await sealAs(renamed, 'new.example/log');
  const lines = [`log ${formatVerifierKey(renamed.key)}`];
  expect(await faults(parseLogPolicy(lines.join('\n')))).toHaveLength(2);
  lines.push(`former ${formatVerifierKey(signer.key)}`);
  expect(await faults(parseLogPolicy(lines.join('\n')))).toEqual([]);
  expect(() => parseLogPolicy([...lines, `former ${formatVerifierKey(renamed.key)}`].join('\n'))).toThrow(
    'write "log" instead of "former"',
  );
  await asSuperuser(
    db,
    'log_checkpoint',
    `UPDATE log_checkpoint SET note = regexp_replace(note, '(.{20})=\\n$', 'AAAAAAAAAAAAAAAAAAAA=\\n') WHERE id = 1`,
  );
  expect(await faults(parseLogPolicy(lines.join('\n')))).toEqual([
    expect.stringMatching(/^checkpoint-changed: checkpoint 1/),
  ]);
});

test('a rewritten leaf contradicts the witness, also if all checkpoints are deleted and the log grew', async () => {
  await rewriteLeaf(db, 7, (leaf) => ({ ...leaf, at: '2026-11-30T12:00:00.000Z' }));
  await asSuperuser(db, 'log_cosignature', 'DELETE FROM log_cosignature');
  await asSuperuser(db, 'log_checkpoint', 'DELETE FROM log_checkpoint');
  await addSomeLeaves(db, 1);
  await sealAs(signer);
  expect(await faults()).toContainEqual('log-forked: witness witness.example/w1 has seen another log with 305 leaves');
});

test('a witness that has lost its state is reported', async () => {
  delete state[ORIGIN];
  expect(await faults()).toEqual([
    'witness-silent: witness witness.example/w1 has forgotten the 305 leaves that it countersigned',
  ]);
});

test('an answer without a valid countersignature of the witness is not believed', async () => {
  const known = state[ORIGIN];
  if (known === undefined) throw new Error('The witness has seen nothing.');
  const { text, signatures } = parseNote(known.note);
  const ofLog = signatures.filter(({ name }) => name === ORIGIN);
  state[ORIGIN] = { ...known, note: formatNote({ text, signatures: ofLog }) };
  const expected = [
    'witness-silent: witness witness.example/w1 answers with a checkpoint that it has not countersigned',
  ];
  expect(await faults()).toEqual(expected);
  const ofWitness = signatures.filter(({ name }) => name !== ORIGIN);
  state[ORIGIN] = { ...known, note: formatNote({ text, signatures: ofWitness }) };
  expect(await faults()).toEqual(expected);
});

/** Witnesses: the answers of C2SP tlog-witness, and what the sealer does when a witness has seen another log. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SealerRounds, startSealer } from '../../../client/log/sealer.ts';
import { serveSigner, signerFromSocket } from '../../../client/log/signers.ts';
import { readState, writeState } from '../../../client/log/state-file.ts';
import { createWitness, formatAddCheckpoint, type WitnessState, witnessState } from '../../../client/log/witness.ts';
import { serveWitness } from '../../../client/log/witness-server.ts';
import { bytesOf } from '../../../domain/audit/bytes.ts';
import { formatCheckpoint, openCheckpoint } from '../../../domain/audit/checkpoint.ts';
import { type LogPolicy, parseLogPolicy } from '../../../domain/audit/log-policy.ts';
import { consistencyProof } from '../../../domain/audit/merkle-proofs.ts';
import { leafHash, rootOf } from '../../../domain/audit/merkle-tree.ts';
import { formatNote, formatVerifierKey, parseSignatures } from '../../../domain/audit/note.ts';
import { signNote } from '../../../domain/audit/note-signer.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { newestCheckpoint } from '../../../prisma/store/log.ts';
import { newestAlarms } from '../../../prisma/store/log-alarms.ts';
import type { SealingStore } from '../../../prisma/store/log-sealing.ts';
import { atEnd } from '../../support/at-end.ts';
import { separateTemplate, testDatabase } from '../../support/database.ts';
import { newSigner, ORIGIN } from '../../support/log-keys.ts';
import { runCommand } from '../cli/run-command.ts';
import { addSomeLeaves, asSuperuser, sealingStore } from './log-fixture.ts';

const log = newSigner();
const witnessSigner = newSigner('witness.example/w1', 'cosignature');

describe('add-checkpoint', () => {
  const leaves = Array.from({ length: 20 }, (_, index) => leafHash(bytesOf(`${index}`)));
  const note = async (size: number, signer = log, origin = ORIGIN) => {
    const text = formatCheckpoint({ origin, size, root: rootOf(leaves.slice(0, size)) });
    return formatNote({ text, signatures: [await signNote(text, signer)] });
  };
  const proof = (first: number, size: number) =>
    first === 0 ? [] : consistencyProof(first, size, ({ start, end }) => rootOf(leaves.slice(start, end)));
  const request = async (oldSize: number, size: number) =>
    formatAddCheckpoint({ oldSize, proof: proof(oldSize, size), note: await note(size) });

  let state: WitnessState;
  const witness = () => createWitness({ signer: witnessSigner, logKeys: [log.key], state, save: async () => {} });
  beforeEach(() => {
    state = {};
  });

  test('countersigns a checkpoint that continues the last one', async () => {
    for (const [oldSize, size] of [
      [0, 5],
      [5, 5],
      [5, 16],
      [16, 20],
    ] as const) {
      const answer = await witness().addCheckpoint(await request(oldSize, size));
      expect(answer).toMatchObject({ status: 200 });
      const opened = await openCheckpoint(`${await note(size)}${answer.body}`, [witnessSigner.key]);
      expect(opened.witnesses).toEqual([{ key: witnessSigner.key, time: expect.any(Number) }]);
      expect(parseSignatures(answer.body)).toHaveLength(1);
    }
  });

  test('answers 409 with the size that it knows', async () => {
    await witness().addCheckpoint(await request(0, 7));
    const answer = await witness().addCheckpoint(await request(0, 9));
    expect(answer).toEqual({ status: 409, type: 'text/x.tlog.size', body: '7\n' });
    expect((await witness().addCheckpoint(await request(0, 3))).status).toBe(409);
  });

  test('refuses a fork: by its proof, and at the same size by its root', async () => {
    await witness().addCheckpoint(await request(0, 7));
    const text = formatCheckpoint({ origin: ORIGIN, size: 7, root: leafHash(bytesOf('other')) });
    const forked = formatNote({ text, signatures: [await signNote(text, log)] });
    const same = await witness().addCheckpoint(formatAddCheckpoint({ oldSize: 7, proof: [], note: forked }));
    expect(same.status).toBe(409);
    const wrong = formatAddCheckpoint({ oldSize: 7, proof: proof(6, 9), note: await note(9) });
    expect((await witness().addCheckpoint(wrong)).status).toBe(422);
    const notEmpty = formatAddCheckpoint({ oldSize: 0, proof: proof(6, 9), note: await note(9, log) });
    state = {};
    expect((await witness().addCheckpoint(notEmpty)).status).toBe(422);
    expect(state).toEqual({});
  });

  test('refuses unknown logs, unknown keys and malformed requests', async () => {
    const answer = async (body: string) => (await witness().addCheckpoint(body)).status;
    const add = async (given: string) => formatAddCheckpoint({ oldSize: 0, proof: [], note: given });
    expect(await answer(await add(await note(3, log, 'other.example')))).toBe(404);
    expect(await answer(await add(await note(3, newSigner())))).toBe(403);
    expect(await answer(formatAddCheckpoint({ oldSize: 4, proof: [], note: await note(3) }))).toBe(400);
    for (const body of ['', 'old 0', 'old 00\n\n', 'old 0\nAAAA\n\nx', `old -1\n\n${await note(3)}`]) {
      expect(await answer(body)).toBe(400);
    }
  });

  test('shows no checkpoint that could not be saved, and continues from the last one that was', async () => {
    let isFull = false;
    const save = async () => {
      if (isFull) throw new Error('no space left on device');
    };
    const one = createWitness({ signer: witnessSigner, logKeys: [log.key], state, save });
    await one.addCheckpoint(await request(0, 5));
    const saved = one.lastCheckpoint(ORIGIN);
    isFull = true;
    await expect(one.addCheckpoint(await request(5, 9))).rejects.toThrow('no space');
    expect(one.lastCheckpoint(ORIGIN)).toBe(saved);
    isFull = false;
    expect(await one.addCheckpoint(await request(5, 9))).toMatchObject({ status: 200 });
  });

  test('two requests at once cannot roll the witness back', async () => {
    const one = witness();
    await one.addCheckpoint(await request(0, 5));
    const answers = await Promise.all([
      one.addCheckpoint(await request(5, 20)),
      one.addCheckpoint(await request(5, 9)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 409]);
    expect(state[ORIGIN]?.size).toBe(20);
  });
});

test('liaise witness refuses a port that is no number', async () => {
  const command = 'witness --name w1.example --key none.pem --log none.txt --state none.json --port abc';
  expect(await runCommand(command)).toMatchObject({
    err: expect.stringContaining('--port is a number from 0 to 65535.'),
  });
});

describe('with a sealer', () => {
  let folder: string;
  let db: Database;
  let store: SealingStore;
  let policy: LogPolicy;
  let stateFile: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'witness-'));
    atEnd(() => rm(folder, { recursive: true }));
    const database = await testDatabase(await separateTemplate());
    db = database.db;
    store = await sealingStore(database.url);
    stateFile = join(folder, 'sealer.json');
    const path = join(folder, 'witness.json');
    const state = (await readState(path, witnessState)) ?? {};
    const save = (next: WitnessState) => writeState(path, next);
    const server = await serveWitness(
      createWitness({ signer: witnessSigner, logKeys: [log.key], state, save }),
      '127.0.0.1',
      0,
    );
    atEnd(server.close);
    policy = parseLogPolicy(
      [
        `log ${formatVerifierKey(log.key)}`,
        `witness ${formatVerifierKey(witnessSigner.key)} ${server.url}`,
        'quorum 1',
      ].join('\n'),
    );
  });

  const rounds = (file = stateFile, lines: string[] = []) =>
    new SealerRounds({
      store,
      signers: [log],
      policy,
      stateFile: file,
      everyMs: 1000,
      log: (line) => lines.push(line),
    });

  test('each checkpoint is countersigned, also by a sealer that was started again', async () => {
    await addSomeLeaves(db, 10);
    const sealer = rounds();
    await sealer.run();
    await addSomeLeaves(db, 10);
    await sealer.run();
    await addSomeLeaves(db, 1);
    await rounds(join(folder, 'new.json')).run();
    const newest = await newestCheckpoint(db);
    expect(newest).toMatchObject({ size: 21, witnesses: 1 });
    const opened = await openCheckpoint(newest?.note ?? '', [log.key, witnessSigner.key]);
    expect([opened.signedBy.length, opened.witnesses.length]).toEqual([1, 1]);
  });

  test('the key can be in another process', async () => {
    const server = await serveSigner(log, join(folder, 'signer.sock'));
    atEnd(async () => void server.close());
    const signer = await signerFromSocket(ORIGIN, 'note', join(folder, 'signer.sock'));
    expect(signer.key).toEqual(log.key);
    await addSomeLeaves(db, 1);
    await new SealerRounds({ store, signers: [signer], policy, stateFile, everyMs: 1000, log: () => {} }).run();
    expect(await newestCheckpoint(db)).toMatchObject({ size: 22, witnesses: 1 });
    await expect(signerFromSocket(ORIGIN, 'note', join(folder, 'none.sock'))).rejects.toThrow('does not answer');
  });

  test('seals when a process asks for it', async () => {
    await addSomeLeaves(db, 1);
    const { promise, resolve } = Promise.withResolvers<void>();
    let seen = 0;
    const running = await startSealer({
      ...{ store, signers: [log], policy, stateFile, everyMs: 3_600_000 },
      log: (line) => {
        if (line.startsWith('Checkpoint') && ++seen === 2) resolve();
        else void addSomeLeaves(db, 1).then(() => db.$executeRaw`SELECT pg_notify('liaise_seal', '')`);
      },
    });
    await promise;
    await running.stop();
    expect(await newestCheckpoint(db)).toMatchObject({ size: 24 });
  });

  test('a database that was restored to yesterday is refused and raised, also without the state file', async () => {
    await asSuperuser(db, 'log_entry', 'DELETE FROM log_entry WHERE position >= 15');
    await asSuperuser(db, 'log_cosignature', 'DELETE FROM log_cosignature WHERE checkpoint_id > 1');
    await asSuperuser(db, 'log_checkpoint', 'DELETE FROM log_checkpoint WHERE id > 1');
    const lines: string[] = [];
    const sealer = rounds(join(folder, 'lost.json'), lines);
    expect(await sealer.run()).toBeUndefined();
    expect(await sealer.run()).toBeUndefined();
    expect(lines).toEqual([expect.stringMatching(/not continued \(rolled-back\).*witness\.example\/w1/)]);
    expect(await newestAlarms(db, 5)).toMatchObject([{ kind: 'rolled-back' }]);
    expect(await rounds().run()).toBeUndefined();
    expect(await newestAlarms(db, 1)).toMatchObject([{ kind: 'rolled-back' }]);
    expect(await db.logCheckpoint.count()).toBe(1);
  });
});

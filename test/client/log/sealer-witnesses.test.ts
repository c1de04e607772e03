/** What one witness can do to the sealer: a proof against the log stops it, a mere refusal or silence does not. */

import { createServer } from 'node:http';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SealerRounds } from '../../../client/log/sealer.ts';
import { createWitness, type WitnessState } from '../../../client/log/witness.ts';
import { serveWitness, type WitnessServer } from '../../../client/log/witness-server.ts';
import { listenOn } from '../../../dev/ports.ts';
import { type LogPolicy, parseLogPolicy } from '../../../domain/audit/log-policy.ts';
import { formatVerifierKey } from '../../../domain/audit/note.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { newestCheckpoint } from '../../../prisma/store/log.ts';
import { newestAlarms } from '../../../prisma/store/log-alarms.ts';
import type { SealingStore } from '../../../prisma/store/log-sealing.ts';
import { atEnd } from '../../support/at-end.ts';
import { separateTemplate, testDatabase } from '../../support/database.ts';
import { testFolder } from '../../support/folder.ts';
import { newSigner } from '../../support/log-keys.ts';
import { addSomeLeaves, asSuperuser, sealingStore } from './log-fixture.ts';

const log = newSigner();
const witnessSigner = newSigner('witness.example/w1', 'cosignature');
const otherSigner = newSigner('witness.example/w2', 'cosignature');

let template: string;
let db: Database;
let store: SealingStore;
let url: string;
let witnessed: WitnessState;
let witness: WitnessServer;
let lines: string[];

beforeAll(async () => {
  template = await separateTemplate();
});

beforeEach(async () => {
  ({ db, url } = await testDatabase(template));
  store = await sealingStore(url);
  witnessed = {};
  witness = await startWitness();
  lines = [];
});

async function startWitness(port = 0): Promise<WitnessServer> {
  const deps = { signer: witnessSigner, logKeys: [log.key], state: witnessed, save: async () => {} };
  const server = await serveWitness(createWitness(deps), '127.0.0.1', port);
  atEnd(server.close);
  return server;
}

function policyWith(...others: string[]): LogPolicy {
  const first = `witness ${formatVerifierKey(witnessSigner.key)} ${witness.url}`;
  return parseLogPolicy([`log ${formatVerifierKey(log.key)}`, first, ...others, 'quorum 1'].join('\n'));
}

const newStateFile = async () => join(await testFolder(), 'sealer.json');

async function sealer(changed: { policy?: LogPolicy; store?: SealingStore; stateFile?: string } = {}) {
  const stateFile = changed.stateFile ?? (await newStateFile());
  const deps = { store, policy: policyWith(), signers: [log], everyMs: 1_000, ...changed, stateFile };
  return new SealerRounds({ ...deps, log: (line) => lines.push(line) });
}

/** A server that answers every request in the same way. */
async function brokenWitness(status: number, body: string): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status).end(body));
  atEnd(async () => void server.close());
  return `witness ${formatVerifierKey(otherSigner.key)} http://127.0.0.1:${await listenOn(server, 0, 'A witness')}`;
}

describe('one of two witnesses', () => {
  test.each([
    [409, 'has seen more leaves', '999999\n'],
    [409, 'has seen as many other leaves', '0\n'],
    [422, 'does not accept the proof', ''],
    [403, 'does not know the key', ''],
    [404, 'does not know the log', ''],
  ])('that answers %i, as if it %s, raises one alarm, and the log is continued', async (status, _, body) => {
    const rounds = await sealer({ policy: policyWith(await brokenWitness(status, body)) });
    for (let round = 0; round < 3; round += 1) {
      await addSomeLeaves(db, 5);
      await rounds.run();
    }
    expect(await newestCheckpoint(db)).toMatchObject({ size: 15, witnesses: 1 });
    expect(await newestAlarms(db, 5)).toMatchObject([
      { kind: 'witness-refused', detail: expect.stringContaining(otherSigner.key.name) },
    ]);
  });

  test('that is out of order raises no alarm', async () => {
    await addSomeLeaves(db, 5);
    await (await sealer({ policy: policyWith(await brokenWitness(500, '')) })).run();
    expect(await newestCheckpoint(db)).toMatchObject({ size: 5, witnesses: 1 });
    expect(await newestAlarms(db, 5)).toEqual([]);
  });
});

test('a sealer whose checkpoint reaches the witness after a later one of another sealer continues', async () => {
  await addSomeLeaves(db, 5);
  let interrupt = async () => {};
  const slowStore: SealingStore = {
    ...store,
    inTransaction: async (work) => {
      const result = await store.inTransaction(work);
      await interrupt();
      return result;
    },
  };
  const slow = await sealer({ store: slowStore });
  const fast = await sealer({ store: await sealingStore(url) });
  await slow.run();
  await addSomeLeaves(db, 3);
  interrupt = async () => {
    interrupt = async () => {};
    await addSomeLeaves(db, 4);
    await fast.run();
  };
  expect(await slow.run()).toMatchObject({ size: 8 });
  expect(await newestCheckpoint(db)).toMatchObject({ size: 12, witnesses: 1 });
  await addSomeLeaves(db, 1);
  expect(await slow.run()).toMatchObject({ size: 13 });
  expect(await newestCheckpoint(db)).toMatchObject({ size: 13, witnesses: 1 });
  expect(await newestAlarms(db, 5)).toEqual([]);
});

describe('a sealer without its state file', () => {
  const port = () => Number(new URL(witness.url).port);

  test('signs nothing in a restored database until a witness answers, which then shows the rollback', async () => {
    const before = await sealer();
    for (let round = 0; round < 2; round += 1) {
      await addSomeLeaves(db, 10);
      await before.run();
    }
    await asSuperuser(db, 'log_entry', 'DELETE FROM log_entry WHERE position >= 10');
    await asSuperuser(db, 'log_cosignature', 'DELETE FROM log_cosignature WHERE checkpoint_id > 1');
    await asSuperuser(db, 'log_checkpoint', 'DELETE FROM log_checkpoint WHERE id > 1');
    await asSuperuser(db, 'audit_leaf', 'DELETE FROM audit_leaf WHERE id NOT IN (SELECT leaf_id FROM log_entry)');
    await addSomeLeaves(db, 3);
    await witness.close();
    const restarted = await sealer();
    expect(await restarted.run()).toBeUndefined();
    expect(await restarted.run()).toBeUndefined();
    expect(lines.at(-1)).toBe(
      'Nothing is signed: the state file is missing, and 0 of 1 witnesses have confirmed the log.',
    );
    expect(await db.logCheckpoint.count()).toBe(1);
    await startWitness(port());
    expect(await restarted.run()).toBeUndefined();
    expect(await newestAlarms(db, 5)).toMatchObject([{ kind: 'rolled-back' }]);
    expect(await db.logCheckpoint.count()).toBe(1);
  });

  test('signs its first checkpoint when the witness has seen none', async () => {
    await addSomeLeaves(db, 2);
    await witness.close();
    const first = await sealer();
    expect(await first.run()).toBeUndefined();
    await startWitness(port());
    expect(await first.run()).toMatchObject({ size: 2 });
    expect(await newestCheckpoint(db)).toMatchObject({ size: 2, witnesses: 1 });
  });

  test('signs no first checkpoint in an empty database if the witness has seen a longer log', async () => {
    await addSomeLeaves(db, 9);
    await (await sealer()).run();
    const restored = await testDatabase(template);
    await addSomeLeaves(restored.db, 3);
    const restarted = await sealer({ store: await sealingStore(restored.url) });
    expect(await restarted.run()).toBeUndefined();
    expect(await newestAlarms(restored.db, 5)).toMatchObject([{ kind: 'rolled-back' }]);
    expect(await restored.db.logCheckpoint.count()).toBe(0);
  });

  test('with its state file, it continues while the witness is silent', async () => {
    const stateFile = await newStateFile();
    await addSomeLeaves(db, 2);
    await (await sealer({ stateFile })).run();
    await witness.close();
    await addSomeLeaves(db, 2);
    expect(await (await sealer({ stateFile })).run()).toMatchObject({ size: 4 });
  });
});

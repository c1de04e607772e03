/** A worker is killed, as by a power cut, before and in the middle of every act: nothing is lost, nothing is done twice. */

import { Client } from 'pg';
import { beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { WorkerProcess } from '../../dev/worker.ts';
import { atEnd } from '../support/at-end.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { chosenServer } from '../support/temporal.ts';
import { type StartWorker, workersAt } from '../support/workers.ts';
import { type Gate, gateBefore } from './gate.ts';
import { measured } from './measure.ts';
import { ACTS, type Account, aTale, type Tale, talesAtEachAct } from './tale.ts';

/** What PostgreSQL answers: to a transaction, or to a statement by itself that inserts rows and gives none back. */
const COMMITTED = /COMMIT|n.{4}C.{4}INSERT 0 \d+.Z.{4}I/s;

let liaise: TestEngine;
let database: Gate;
let smtp: Gate;
let startWorker: StartWorker;
let worker: WorkerProcess;
let undisturbed: Account;

beforeAll(async () => {
  const temporal = { address: (await chosenServer()).address, namespace: 'default' };
  liaise = await connectedEngine(temporal);
  const url = new URL(liaise.databaseUrl);
  database = await gateBefore(Number(url.port));
  smtp = await gateBefore(liaise.mail.smtpPort);
  url.port = String(database.port);
  startWorker = await workersAt({ databaseUrl: url.href, temporal, smtpPort: smtp.port, keys: liaise.keys });
  const only = await startWorker();
  const tale = await aTale(liaise);
  await tale.tell();
  undisturbed = await tale.account();
  await only.stop();
});

beforeEach(async () => {
  worker = await startWorker();
});

async function replaceWorker(): Promise<void> {
  database.open();
  smtp.open();
  await startWorker();
}

async function expectUndisturbed(tales: readonly Tale[]): Promise<void> {
  await Promise.all(tales.map((tale) => tale.tell()));
  for (const tale of tales) expect(await tale.account()).toEqual(undisturbed);
}

describe('the worker is killed', () => {
  test('between any two acts', async () => {
    const tales = await talesAtEachAct(liaise);
    await worker.kill();
    await measured('A worker killed between any two acts: the next act of each is done', async () => {
      await replaceWorker();
      await Promise.all(tales.map((tale) => tale.insist()));
    });
    await expectUndisturbed(tales);
  });

  test('inside the transaction of each act, before it is committed', async () => {
    const tales = await talesAtEachAct(liaise);
    const release = await lockJournal();
    const asked = tales.map((tale) => tale.insist());
    await expect.poll(writersWaiting, { timeout: 20_000 }).toBe(ACTS.length);
    await worker.kill();
    await measured('A worker killed before each act was committed: all are done', async () => {
      await release();
      await replaceWorker();
      await Promise.all(asked);
    });
    await expectUndisturbed(tales);
  });

  test.runIf(inject('thorough'))('when each act is committed, and the worker has not heard of it', async () => {
    const tales = await talesAtEachAct(liaise);
    const before = await actsRecorded();
    database.keepAnswers(COMMITTED);
    const asked = tales.map((tale) => tale.insist());
    await expect.poll(actsRecorded, { timeout: 20_000 }).toBe(before + ACTS.length);
    await worker.kill();
    await measured('A worker killed after each act was committed: all are done', async () => {
      await replaceWorker();
      await Promise.all(asked);
    });
    await expectUndisturbed(tales);
  });
});

test.runIf(inject('thorough'))(
  'the worker is killed when a letter is handed over, and it has not heard of it: the same letter goes out again',
  async () => {
    const tale = await aTale(liaise);
    smtp.keepAnswers(/message queued/);
    await tale.insist();
    const copies = () => liaise.mail.letters().filter(({ headers }) => isOf(tale.referralId, headers));
    await expect.poll(copies, { timeout: 20_000 }).toHaveLength(1);
    await worker.kill();
    await measured('A worker killed when it had handed a letter over: everyone is told', async () => {
      await replaceWorker();
      await tale.quiet();
    });
    await tale.tell();
    const { journal, letters } = await tale.account();
    expect(journal).toEqual(undisturbed.journal);
    expect(new Set(letters)).toEqual(new Set(undisturbed.letters));
    // Mail knows no better: whoever sorts it tells by this that they are one.
    const [first, second] = copies();
    expect(second?.messageId).toBe(first?.messageId);
    expect(new Set(copies().map(({ messageId }) => messageId)).size).toBe(undisturbed.letters.length);
  },
);

function isOf(referralId: string, headers: [name: string, value: string][]): boolean {
  return headers.some(([name, value]) => name === 'references' && value.includes(referralId));
}

/** Whoever writes waits, in the middle of its transaction, until the answer is called. */
async function lockJournal(): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: liaise.databaseUrl });
  await client.connect();
  atEnd(() => client.end());
  await client.query('BEGIN');
  await client.query('LOCK TABLE journal IN SHARE MODE');
  return async () => {
    await client.query('ROLLBACK');
  };
}

async function writersWaiting(): Promise<number> {
  const [row] = await liaise.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row?.count ?? 0;
}

async function actsRecorded(): Promise<number> {
  const [row] = await liaise.db.$queryRaw<{ count: number }[]>`SELECT count(DISTINCT act_id)::int FROM journal`;
  return row?.count ?? 0;
}

/** Temporal is stopped: acts are deferred, and a clock that is due during the outage expires exactly once. */

import { beforeAll, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { moveTimeTo, timeOf } from '../../dev/time.ts';
import type { Clock } from '../../domain/referral.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { type StoppableServer, stoppableTemporal } from '../support/stoppable.ts';
import { workerStarter } from '../support/workers.ts';
import { newRun, runsAtEachAct, type ScenarioResult } from './fault-scenario.ts';
import { measured } from './measure.ts';
import { ACTS } from './steps.ts';

let liaise: TestEngine;
let temporal: StoppableServer;
let undisturbed: ScenarioResult;

beforeAll(async () => {
  const server = await stoppableTemporal();
  temporal = server;
  liaise = await connectedEngine(server);
  const { databaseUrl, mail, keys } = liaise;
  const startWorker = await workerStarter({ databaseUrl, temporal: server, smtpPort: mail.smtpPort, keys });
  await startWorker();
  const run = await newRun(liaise);
  await run.runUntil();
  undisturbed = await run.result();
});

const SENT = 2;

test('stopped before a due time and started after it: the clock expires once, with its original due time', async () => {
  const run = await newRun(liaise);
  await run.runUntil(SENT);
  const before = await clockOf(run.referralId);
  const due = Date.parse(before.dueAt);
  // So close to the due time that the server is stopped when it arrives.
  await moveTimeTo(liaise.temporal, run.referralId, new Date(due - 4_000));
  await run.waitForLetters();
  const ahead = (await timeOf(liaise.temporal, run.referralId)).getTime() - Date.now();
  await temporal.stop();
  await expect.poll(() => Date.now() + ahead, { timeout: 20_000, interval: 200 }).toBeGreaterThan(due);
  expect((await clockOf(run.referralId)).state.status).toBe('running');
  await temporal.start();
  await measured('Temporal unavailable at a due time: the clock has expired', async () => {
    await expect.poll(async () => (await clockOf(run.referralId)).state.status, { timeout: 30_000 }).toBe('expired');
  });
  expect((await clockOf(run.referralId)).dueAt).toBe(before.dueAt);
  await run.waitForLetters();
  const expiries = (await readJournal(liaise.db, run.referralId)).filter(({ event }) => event.type === 'clock-expired');
  expect(expiries).toHaveLength(1);
  expect(Date.parse(expiries[0]?.at ?? '')).toBeGreaterThanOrEqual(due);
  expect((await liaise.read(run.referralId)).recipients[0]?.status).toBe('unresponsive');
});

test('stopped during acts: each is answered or deferred, and the result equals that of an undisturbed run', async () => {
  const runs = await runsAtEachAct(liaise);
  const answers = runs.map((run) => run.performStepWithRetry());
  await temporal.stop();
  await temporal.start();
  await measured(`Temporal stopped during ${ACTS.length} acts and started: all are done`, () => Promise.all(answers));
  await Promise.all(runs.map((run) => run.runUntil()));
  for (const run of runs) expect(await run.result()).toEqual(undisturbed);
  await expect.poll(() => check(liaise), { timeout: 20_000 }).toEqual([]);
});

/** The clock of the acknowledgement. */
async function clockOf(referralId: string): Promise<Clock> {
  const clock = (await liaise.read(referralId)).clocks.find(({ name }) => name === 'acknowledge');
  if (clock === undefined) throw new Error('The referral has no clock for the acknowledgement.');
  return clock;
}

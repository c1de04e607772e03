/** PostgreSQL, Temporal and the worker hang: their processes are suspended in the middle of acts, then continue. */

import { beforeAll, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import type { WorkerProcess } from '../../dev/worker.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { stoppablePostgres, stoppableTemporal } from '../support/stoppable.ts';
import { suspend } from '../support/suspend.ts';
import { workerStarter } from '../support/workers.ts';
import { answerOf, newRun, runsAtEachAct, type ScenarioResult, type ScenarioRun } from './fault-scenario.ts';
import { measured } from './measure.ts';

let liaise: TestEngine;
let temporal: Awaited<ReturnType<typeof stoppableTemporal>>;
let postgres: Awaited<ReturnType<typeof stoppablePostgres>>;
let worker: WorkerProcess;
let undisturbed: ScenarioResult;

beforeAll(async () => {
  [temporal, postgres] = [await stoppableTemporal(), await stoppablePostgres()];
  liaise = await connectedEngine(temporal, undefined, postgres);
  const { databaseUrl, mail, keys } = liaise;
  const startWorker = await workerStarter({ databaseUrl, temporal, smtpPort: mail.smtpPort, keys });
  worker = await startWorker();
  const run = await newRun(liaise);
  await run.runUntil();
  undisturbed = await run.result();
});

/** An act is answered within ten seconds; the rest is for a machine that is busy. */
const ANSWERED_WITHIN_MS = 12_000;

test.each([
  ['PostgreSQL', () => postgres.suspend()],
  ['Temporal', () => temporal.suspend()],
  ['the worker', () => suspend([worker.pid])],
])('%s hangs: acts are answered or deferred in time, and all are done once it continues', async (what, hang) => {
  const runs = await runsAtEachAct(liaise);
  const [first, second] = [runs.slice(0, runs.length / 2), runs.slice(runs.length / 2)];
  const started = first.map(inTime);
  const resume = await hang();
  const answers = await Promise.all(started);
  for (const answer of answers) expect(['answered', 'ENGINE_UNAVAILABLE']).toContain(answer);
  const deferred = [...first.filter((_, index) => answers[index] !== 'answered'), ...second];
  for (const answer of await Promise.all(deferred.map(inTime))) expect(answer).toBe('ENGINE_UNAVAILABLE');

  await measured(`${what} continues after ${deferred.length} acts were deferred: all are done`, () => {
    resume();
    return Promise.all(deferred.map((run) => run.performStepWithRetry()));
  });
  await Promise.all(runs.map((run) => run.runUntil()));
  for (const run of runs) expect(await run.result()).toEqual(undisturbed);
  await expect.poll(() => check(liaise), { timeout: 20_000, interval: 200 }).toEqual([]);
});

async function inTime(run: ScenarioRun): Promise<string> {
  const began = performance.now();
  const answer = await answerOf(run);
  expect(performance.now() - began).toBeLessThan(ANSWERED_WITHIN_MS);
  return answer;
}

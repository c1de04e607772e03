/** PostgreSQL is stopped or killed during acts: each act is answered or deferred, and none is partly recorded. */

import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { stoppablePostgres } from '../support/stoppable.ts';
import { faultServer } from '../support/temporal.ts';
import { workerStarter } from '../support/workers.ts';
import { answerOf, newRun, runsAtEachAct, type ScenarioResult } from './fault-scenario.ts';
import { measured } from './measure.ts';

let liaise: TestEngine;
let postgres: Awaited<ReturnType<typeof stoppablePostgres>>;
let undisturbed: ScenarioResult;

beforeAll(async () => {
  const temporal = { address: (await faultServer()).address, namespace: 'default' };
  postgres = await stoppablePostgres();
  liaise = await connectedEngine(temporal, undefined, postgres);
  const { databaseUrl, mail, keys } = liaise;
  const startWorker = await workerStarter({ databaseUrl, temporal, smtpPort: mail.smtpPort, keys });
  await startWorker();
  const run = await newRun(liaise);
  await run.runUntil();
  undisturbed = await run.result();
});

/** Longer than local activities are retried within one workflow task. */
const OUTAGE_MS = 65_000;

describe('PostgreSQL is unavailable for a minute during acts', () => {
  test.each([
    ['stopped normally', () => postgres.stop()],
    ['killed', () => postgres.kill()],
  ])('%s: each act is answered or deferred, and a repetition under the same key shows which', async (how, end) => {
    const runs = await runsAtEachAct(liaise);
    const results = runs.map(answerOf);
    const back = setTimeout(OUTAGE_MS);
    await end();
    const answers = await Promise.all(results);
    for (const answer of answers) expect(['answered', 'ENGINE_UNAVAILABLE']).toContain(answer);
    const deferred = runs.filter((_, index) => answers[index] !== 'answered');
    for (const answer of await Promise.all(deferred.map(answerOf))) expect(answer).toBe('ENGINE_UNAVAILABLE');

    await back;
    await postgres.start();
    await measured(`PostgreSQL ${how} for a minute during ${deferred.length} acts: all are done`, () =>
      Promise.all(deferred.map((run) => run.performStepWithRetry())),
    );
    await Promise.all(runs.map((run) => run.runUntil()));
    for (const run of runs) expect(await run.result()).toEqual(undisturbed);
    expect(await check(liaise)).toEqual([]);
  });
});

/** A worker is killed between acts and while it records each act: nothing is lost, and nothing is done twice. */

import { beforeAll, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import type { WorkerProcess } from '../../dev/worker.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { faultServer } from '../support/temporal.ts';
import { type StartWorker, workerStarter } from '../support/workers.ts';
import { newRun, type ScenarioRun } from './fault-scenario.ts';
import { type Gate, gateBefore } from './gate.ts';
import { measured } from './measure.ts';
import { type Moment, momentsOf } from './moments.ts';
import { type StatementPauses, type StatementResult, statementPauses } from './pause-in-statement.ts';
import { ACTS, SILENCE, TIME_PASSES } from './steps.ts';

let liaise: TestEngine;
let smtp: Gate;
let startWorker: StartWorker;
let worker: WorkerProcess;
let moments: Moment[];

beforeAll(async () => {
  const temporal = { address: (await faultServer()).address, namespace: 'default' };
  liaise = await connectedEngine(temporal);
  smtp = await gateBefore(liaise.mail.smtpPort);
  const { databaseUrl, keys } = liaise;
  startWorker = await workerStarter({ databaseUrl, temporal, smtpPort: smtp.port, keys });
  worker = await startWorker();
  const [closed, replaced] = await Promise.all([momentsOf(liaise, ACTS), momentsOf(liaise, SILENCE)]);
  const silence = SILENCE.indexOf(TIME_PASSES);
  // Both scenarios have the same first steps.
  moments = [...closed, ...replaced.filter(({ step }) => step >= silence)];
}, 120_000);

/** A scenario in which the worker is killed while it records an act. */
interface KilledRun extends Moment {
  run: ScenarioRun;
  result: StatementResult;
}

/** Every moment with both results of the statement. */
function momentsToKill(): (Moment & { result: StatementResult })[] {
  const all = (result: StatementResult) => moments.map((moment) => ({ ...moment, result }));
  return [...all('rolled-back'), ...all('committed')];
}

/** A worker has ten connections, and each paused statement occupies one. */
const AT_ONCE = 8;

test('the worker is killed while it records each act of users and of the engine, and while other referrals are idle', async () => {
  const killed = await Promise.all(momentsToKill().map(runUntilMoment));
  const pauses = await statementPauses(liaise);
  for (let first = 0; first < killed.length; first += AT_ONCE) {
    await killWorkerDuring(pauses, killed.slice(first, first + AT_ONCE));
  }
  await expect.poll(() => check(liaise), { timeout: 20_000 }).toEqual([]);
}, 900_000);

/** Performs all steps before the moment. */
async function runUntilMoment(moment: Moment & { result: StatementResult }): Promise<KilledRun> {
  const run = await newRun(liaise, moment.steps);
  await run.runUntil(moment.step);
  return { ...moment, run };
}

async function killWorkerDuring(pauses: StatementPauses, killed: readonly KilledRun[]): Promise<void> {
  for (const { run, seq, result } of killed) await pauses.pauseAt(run.referralId, seq, result);
  const answers = killed.map(({ run }) => run.performStepWithRetry());
  await expect.poll(pauses.pausedCount, { timeout: 30_000 }).toBe(killed.length);
  await worker.kill();
  await pauses.end();
  await measured(`A worker killed while it recorded ${killed.length} acts: all are done`, async () => {
    worker = await startWorker();
    await Promise.all(answers);
    await Promise.all(killed.map(({ run }) => run.waitForLetters()));
  });
  await Promise.all(killed.map(({ run }) => run.runUntil()));
  for (const { run, event, result, undisturbed } of killed) {
    const expected = { event, result, ...undisturbed.at(-1) };
    expect({ event, result, ...(await run.result()) }).toEqual(expected);
  }
}

test('the worker is killed after it handed over a letter but before the reply: the same letter is sent again', async () => {
  worker = await startWorker();
  const undisturbed = moments[0]?.undisturbed.at(-1);
  const run = await newRun(liaise);
  smtp.dropAnswers(/message queued/);
  await run.performStepWithRetry();
  const copies = () => liaise.mail.letters().filter(({ headers }) => isOf(run.referralId, headers));
  await expect.poll(copies, { timeout: 20_000 }).toHaveLength(1);
  await worker.kill();
  await measured('A worker killed after it handed over a letter: all letters are sent', async () => {
    smtp.open();
    await startWorker();
    await run.waitForLetters();
  });
  await run.runUntil();
  const { journal, letters } = await run.result();
  expect(journal).toEqual(undisturbed?.journal);
  expect(new Set(letters)).toEqual(new Set(undisturbed?.letters));
  // SMTP cannot prevent this. Mail programs recognise the duplicate by its Message-ID.
  const [first, second] = copies();
  expect(second?.messageId).toBe(first?.messageId);
  expect(new Set(copies().map(({ messageId }) => messageId)).size).toBe(undisturbed?.letters.length);
});

function isOf(referralId: string, headers: [name: string, value: string][]): boolean {
  return headers.some(([name, value]) => name === 'references' && value.includes(referralId));
}

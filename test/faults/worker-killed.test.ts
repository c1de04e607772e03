/** A worker is killed between acts and while it records each act: nothing is lost, and nothing is done twice. */

import { beforeAll, expect, inject, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import type { WorkerProcess } from '../../dev/worker.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { faultServer } from '../support/temporal.ts';
import { type StartWorker, workerStarter } from '../support/workers.ts';
import { aTale, type Tale } from './fault-scenario.ts';
import { type Gate, gateBefore } from './gate.ts';
import { measured } from './measure.ts';
import { type Moment, momentsOf } from './moments.ts';
import { type Fate, type Halts, haltsIn } from './pause-in-statement.ts';
import { ACTS, SILENCE, type Step, TIME_PASSES } from './steps.ts';

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
interface Struck extends Moment {
  tale: Tale;
  fate: Fate;
}

/** In the thorough run, every moment with both results of the statement. Otherwise once for each kind of act. */
function chosen(): (Moment & { fate: Fate })[] {
  const firsts = moments.filter(({ event }, index) => moments.findIndex((other) => other.event === event) === index);
  const all = (fate: Fate) => moments.map((moment) => ({ ...moment, fate }));
  if (inject('thorough')) return [...all('rolled-back'), ...all('committed')];
  return firsts.map((moment, index) => ({ ...moment, fate: index % 2 ? 'committed' : 'rolled-back' }));
}

/** A worker has ten connections, and each paused statement occupies one. */
const AT_ONCE = 8;

test('the worker is killed while it records each act of users and of the engine, and while other referrals are idle', async () => {
  const struck = await Promise.all(chosen().map(untilThen));
  const halts = await haltsIn(liaise);
  for (let first = 0; first < struck.length; first += AT_ONCE) {
    await strike(halts, struck.slice(first, first + AT_ONCE));
  }
  await expect.poll(() => check(liaise), { timeout: 20_000 }).toEqual([]);
}, 900_000);

/** Performs all steps before the moment. */
async function untilThen(moment: Moment & { fate: Fate }): Promise<Struck> {
  const tale = await aTale(liaise, moment.steps);
  await tale.tell(moment.step);
  return { ...moment, tale };
}

async function strike(halts: Halts, struck: readonly Struck[]): Promise<void> {
  for (const { tale, seq, fate } of struck) await halts.at(tale.referralId, seq, fate);
  const asked = struck.map(({ tale }) => tale.insist());
  await expect.poll(halts.waited, { timeout: 30_000 }).toBe(struck.length);
  await worker.kill();
  await halts.end();
  await measured(`A worker killed while it recorded ${struck.length} acts: all are done`, async () => {
    worker = await startWorker();
    await Promise.all(asked);
    await Promise.all(struck.map(({ tale }) => tale.quiet()));
  });
  await Promise.all(struck.map(({ tale, steps, step }) => tale.tell(endAfter(steps, step))));
  for (const { tale, event, fate, steps, step, undisturbed } of struck) {
    const expected = { event, fate, ...undisturbed[endAfter(steps, step) - 1] };
    expect({ event, fate, ...(await tale.account()) }).toEqual(expected);
  }
}

/** In the thorough run, the end of the scenario. Otherwise one further step, which depends on all earlier ones. */
function endAfter(steps: readonly Step[], step: number): number {
  return inject('thorough') ? steps.length : Math.min(step + 2, steps.length);
}

test.runIf(inject('thorough'))(
  'the worker is killed after it handed over a letter but before the reply: the same letter is sent again',
  async () => {
    worker = await startWorker();
    const undisturbed = moments[0]?.undisturbed.at(-1);
    const tale = await aTale(liaise);
    smtp.keepAnswers(/message queued/);
    await tale.insist();
    const copies = () => liaise.mail.letters().filter(({ headers }) => isOf(tale.referralId, headers));
    await expect.poll(copies, { timeout: 20_000 }).toHaveLength(1);
    await worker.kill();
    await measured('A worker killed after it handed over a letter: all letters are sent', async () => {
      smtp.open();
      await startWorker();
      await tale.quiet();
    });
    await tale.tell();
    const { journal, letters } = await tale.account();
    expect(journal).toEqual(undisturbed?.journal);
    expect(new Set(letters)).toEqual(new Set(undisturbed?.letters));
    // SMTP cannot prevent this. Mail programs recognise the duplicate by its Message-ID.
    const [first, second] = copies();
    expect(second?.messageId).toBe(first?.messageId);
    expect(new Set(copies().map(({ messageId }) => messageId)).size).toBe(undisturbed?.letters.length);
  },
);

function isOf(referralId: string, headers: [name: string, value: string][]): boolean {
  return headers.some(([name, value]) => name === 'references' && value.includes(referralId));
}

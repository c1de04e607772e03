/** One referral, step by step. After any fault, each act can be repeated under its idempotency key. */

import { expect, vi } from 'vitest';
import { moveTimeTo, timeOf } from '../../dev/time.ts';
import { nextDuty } from '../../domain/duty.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Person } from '../../domain/people.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import type { TestEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { ACTS, type Step } from './steps.ts';

export interface ScenarioRun {
  /** Index of the next step. */
  next: number;
  /** Empty before the submission. */
  referralId: string;
  /** Performs the next step. `next` increases when the step is answered. */
  performStep(): Promise<void>;
  /** Performs the next step, and repeats it while the engine answers `ENGINE_UNAVAILABLE`. */
  performStepWithRetry(): Promise<void>;
  /** Performs all steps before `end`, and waits for the engine after each. */
  runUntil(end?: number): Promise<void>;
  /** Resolves when the engine has no duties left except letters. */
  waitForEngine(): Promise<void>;
  /** Resolves when the letters are sent as well. */
  waitForLetters(): Promise<void>;
  /** The journal and the letters, without ids, numbers and times, for comparison. */
  result(): Promise<ScenarioResult>;
}

/** For each act, a referral that has completed all steps before it. */
export async function runsAtEachAct(liaise: TestEngine): Promise<ScenarioRun[]> {
  const runs = await Promise.all(ACTS.map(() => newRun(liaise)));
  await Promise.all(runs.map((run, act) => run.runUntil(act)));
  return runs;
}

/** The result of the next act: `answered`, or the code of the refusal. */
export function answerOf(run: ScenarioRun): Promise<string> {
  return run.performStep().then(
    () => 'answered',
    (refusal) => refusal.code ?? String(refusal),
  );
}

export interface ScenarioResult {
  journal: unknown;
  /** Sorted. A letter that arrived twice is listed twice. */
  letters: string[];
}

const POLL = { timeout: 90_000, interval: 100 };

export async function newRun(liaise: TestEngine, steps = ACTS): Promise<ScenarioRun> {
  return runWith(liaise, steps, await actorsOf(liaise, steps));
}

/** Looks up the actors while the database is available. The function that it returns starts runs at any time. */
export async function runStarter(liaise: TestEngine, steps = ACTS): Promise<() => ScenarioRun> {
  const actors = await actorsOf(liaise, steps);
  return () => runWith(liaise, steps, actors);
}

type Actors = readonly (Person | undefined)[];

function actorsOf(liaise: TestEngine, steps: readonly Step[]): Promise<Actors> {
  return Promise.all(steps.map(({ by }) => (by === undefined ? undefined : liaise.person(by))));
}

function runWith(liaise: TestEngine, steps: readonly Step[], actors: Actors): ScenarioRun {
  const { engine, db, mail, temporal } = liaise;
  const key = crypto.randomUUID();
  /** Milliseconds by which the referral's time is ahead of the system clock. */
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead).toISOString();
  const passTime = async () => {
    const duty = nextDuty(await liaise.read(run.referralId), now());
    if (duty.type !== 'wait' || duty.until === undefined) throw new Error('The referral has no due time to wait for.');
    await moveTimeTo(temporal, run.referralId, new Date(duty.until));
    ahead = (await timeOf(temporal, run.referralId)).getTime() - Date.now();
  };
  const run: ScenarioRun = {
    next: 0,
    referralId: '',
    performStep: async () => {
      const [what, actor, options] = [steps[run.next]?.what, actors[run.next], { key: `${key}/${run.next}` }];
      if (what === 'time-passes') await passTime();
      else if (what === undefined || !actor) throw new Error('The scenario has no further step.');
      else if (what !== 'submit') await engine.perform(actor, run.referralId, what, options);
      else run.referralId = (await engine.submit(actor, anUrgentSubmission(), options)).referralId;
      run.next += 1;
    },
    performStepWithRetry: () => retryWhileUnavailable(run.performStep),
    runUntil: async (end = steps.length) => {
      while (run.next < end) {
        await run.waitForLetters();
        await run.performStepWithRetry();
      }
      await run.waitForLetters();
    },
    waitForEngine: () => vi.waitFor(async () => expect(await currentDuty(liaise, run, now())).not.toBe('an act'), POLL),
    waitForLetters: () => vi.waitFor(async () => expect(await currentDuty(liaise, run, now())).toBe('nothing'), POLL),
    result: async () => {
      const referral = await findReferral(db, run.referralId);
      const letters = mail.letters().filter(({ subject }) => subject.includes(referral?.reference ?? '-'));
      return {
        journal: withoutNames(await readJournal(db, run.referralId)),
        letters: letters
          .map(({ to, subject }) => `${to.join()} ${subject.replace(/ \[XR.*\]$| (by|since|bis|seit|le) \d.*/g, '')}`)
          .sort(),
      };
    },
  };
  return run;
}

async function retryWhileUnavailable(performStep: () => Promise<void>): Promise<void> {
  const deadline = performance.now() + POLL.timeout;
  while (true) {
    try {
      return await performStep();
    } catch (error) {
      const isDeferred = error instanceof ReferralError && error.code === 'ENGINE_UNAVAILABLE';
      if (!isDeferred || performance.now() > deadline) throw error;
    }
  }
}

/** What the engine has to do now. While the database is unavailable, an act is assumed. */
async function currentDuty(
  { db }: TestEngine,
  { next, referralId }: ScenarioRun,
  now: string,
): Promise<'an act' | 'letters' | 'nothing'> {
  if (next === 0) return 'nothing';
  const referral = await findReferral(db, referralId).catch(() => undefined);
  if (referral === undefined) return 'an act';
  const duty = nextDuty(referral, now);
  if (duty.type !== 'wait' && duty.type !== 'end') return 'an act';
  const waiting = await db.letter.count({ where: { referralId, status: 'waiting' } }).catch(() => 1);
  const unreported = await db.letterReport.count({ where: { referralId } }).catch(() => 1);
  return waiting + unreported > 0 ? 'letters' : 'nothing';
}

/** Replaces each id with a number in order of appearance, so that references stay consistent. */
function withoutNames(journal: readonly JournalEntry[]): unknown {
  const names = new Map<string, string>();
  const text = JSON.stringify(journal)
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
      if (!names.has(id)) names.set(id, `id-${names.size + 1}`);
      return names.get(id) ?? id;
    })
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'an instant')
    .replace(/XR-\d+-\d+/g, 'its number');
  const entries: JournalEntry[] = JSON.parse(text);
  return entries.map(withResultsInOrder);
}

/** The results of one batch of letters have no fixed order. */
function withResultsInOrder(entry: JournalEntry): JournalEntry {
  const { event } = entry;
  if (event.type !== 'letters-settled') return entry;
  const results = event.results.toSorted((one, other) => (one.letterId < other.letterId ? -1 : 1));
  return { ...entry, event: { ...event, results } };
}

/** One referral, step by step. After any fault, each act can be repeated under its idempotency key. */

import { expect, vi } from 'vitest';
import { moveTimeTo, timeOf } from '../../dev/time.ts';
import { nextDuty } from '../../domain/duty.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { JournalEntry } from '../../domain/events.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import type { TestEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { ACTS } from './steps.ts';

export interface Tale {
  /** Index of the next step. */
  next: number;
  /** Empty before the submission. */
  referralId: string;
  /** Performs the next step. `next` increases when the step is answered. */
  take(): Promise<void>;
  /** The same, repeated while the engine answers `ENGINE_UNAVAILABLE`. */
  insist(): Promise<void>;
  /** Performs all steps before `end`, and waits for the engine after each. */
  tell(end?: number): Promise<void>;
  /** Resolves when the engine has no duties left except letters. */
  settled(): Promise<void>;
  /** Resolves when the letters are sent as well. */
  quiet(): Promise<void>;
  /** The journal and the letters, without ids, numbers and times, for comparison. */
  account(): Promise<Account>;
}

/** For each act, a referral that has completed all steps before it. */
export async function talesAtEachAct(liaise: TestEngine): Promise<Tale[]> {
  const tales = await Promise.all(ACTS.map(() => aTale(liaise)));
  await Promise.all(tales.map((tale, act) => tale.tell(act)));
  return tales;
}

/** The result of the next act: `answered`, or the code of the refusal. */
export function answerOf(tale: Tale): Promise<string> {
  return tale.take().then(
    () => 'answered',
    (refusal) => refusal.code ?? String(refusal),
  );
}

export interface Account {
  journal: unknown;
  /** Sorted. A letter that arrived twice is listed twice. */
  letters: string[];
}

const PATIENCE = { timeout: 90_000, interval: 100 };

export async function aTale(liaise: TestEngine, steps = ACTS): Promise<Tale> {
  const { engine, db, mail, temporal } = liaise;
  // Looked up before the database becomes unavailable.
  const actors = await Promise.all(steps.map(({ by }) => by && liaise.person(by)));
  const key = crypto.randomUUID();
  /** Milliseconds by which the referral's time is ahead of the system clock. */
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead).toISOString();
  const passTime = async () => {
    const duty = nextDuty(await liaise.read(tale.referralId), now());
    if (duty.type !== 'wait' || duty.until === undefined) throw new Error('The referral has no due time to wait for.');
    await moveTimeTo(temporal, tale.referralId, new Date(duty.until));
    ahead = (await timeOf(temporal, tale.referralId)).getTime() - Date.now();
  };
  const tale: Tale = {
    next: 0,
    referralId: '',
    take: async () => {
      const [what, actor, options] = [steps[tale.next]?.what, actors[tale.next], { key: `${key}/${tale.next}` }];
      if (what === 'time-passes') await passTime();
      else if (what === undefined || !actor) throw new Error('The scenario has no further step.');
      else if (what !== 'submit') await engine.perform(actor, tale.referralId, what, options);
      else tale.referralId = (await engine.submit(actor, anUrgentSubmission(), options)).referralId;
      tale.next += 1;
    },
    insist: () => insist(tale.take),
    tell: async (end = steps.length) => {
      while (tale.next < end) {
        await tale.quiet();
        await tale.insist();
      }
      await tale.quiet();
    },
    settled: () => vi.waitFor(async () => expect(await owed(liaise, tale, now())).not.toBe('an act'), PATIENCE),
    quiet: () => vi.waitFor(async () => expect(await owed(liaise, tale, now())).toBe('nothing'), PATIENCE),
    account: async () => {
      const referral = await findReferral(db, tale.referralId);
      const letters = mail.letters().filter(({ subject }) => subject.includes(referral?.reference ?? '-'));
      return {
        journal: withoutNames(await readJournal(db, tale.referralId)),
        letters: letters
          .map(({ to, subject }) => `${to.join()} ${subject.replace(/^\S+ | (by|since|bis|seit|le) \d.*/g, '')}`)
          .sort(),
      };
    },
  };
  return tale;
}

async function insist(take: () => Promise<void>): Promise<void> {
  const deadline = performance.now() + PATIENCE.timeout;
  while (true) {
    try {
      return await take();
    } catch (error) {
      const isPutOff = error instanceof ReferralError && error.code === 'ENGINE_UNAVAILABLE';
      if (!isPutOff || performance.now() > deadline) throw error;
    }
  }
}

/** What the engine has to do now. While the database is unavailable, an act is assumed. */
async function owed(
  { db }: TestEngine,
  { next, referralId }: Tale,
  now: string,
): Promise<'an act' | 'letters' | 'nothing'> {
  if (next === 0) return 'nothing';
  const referral = await findReferral(db, referralId).catch(() => undefined);
  if (referral === undefined) return 'an act';
  const duty = nextDuty(referral, now);
  if (duty.type === 'end') return 'nothing';
  if (duty.type !== 'wait') return 'an act';
  return duty.unsent ? 'letters' : 'nothing';
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

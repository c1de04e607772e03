/** One referral, step by step: each act may be asked for again under its key, after any fault. */

import { expect, vi } from 'vitest';
import { moveTimeTo, timeOf } from '../../dev/time.ts';
import { nextDuty } from '../../domain/duty.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { JournalEntry } from '../../domain/events.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import type { TestEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/story.ts';
import { ACTS } from './steps.ts';

export interface Tale {
  /** Told so far; the next step to take. */
  next: number;
  /** Empty before it is submitted. */
  referralId: string;
  /** Takes the next step; `next` moves on when it is answered. */
  take(): Promise<void>;
  /** The same, asked again as long as the engine says to come back. */
  insist(): Promise<void>;
  /** Takes the steps before the `end`th, and lets the engine finish after each. */
  tell(end?: number): Promise<void>;
  /** Once the engine owes nothing at this moment but letters. */
  settled(): Promise<void>;
  /** And they are out: everyone is told. */
  quiet(): Promise<void>;
  /** What was recorded and who was written to, without ids, numbers and instants. */
  account(): Promise<Account>;
}

/** One tale before each act. */
export async function talesAtEachAct(liaise: TestEngine): Promise<Tale[]> {
  const tales = await Promise.all(ACTS.map(() => aTale(liaise)));
  await Promise.all(tales.map((tale, act) => tale.tell(act)));
  return tales;
}

/** What the next act of a tale was answered with: `answered`, or the code of the refusal. */
export function answerOf(tale: Tale): Promise<string> {
  return tale.take().then(
    () => 'answered',
    (refusal) => refusal.code ?? String(refusal),
  );
}

export interface Account {
  journal: unknown;
  /** As they arrived, sorted: two of one kind are two. */
  letters: string[];
}

const PATIENCE = { timeout: 90_000, interval: 100 };

export async function aTale(liaise: TestEngine, steps = ACTS): Promise<Tale> {
  const { engine, db, mail, temporal } = liaise;
  // Looked up while there is a database.
  const actors = await Promise.all(steps.map(({ by }) => by && liaise.person(by)));
  const key = crypto.randomUUID();
  /** How far the referral's time is ahead of the machine's. */
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead).toISOString();
  const passTime = async () => {
    const duty = nextDuty(await liaise.read(tale.referralId), now());
    if (duty.type !== 'wait' || duty.until === undefined) throw new Error('Nothing is due at any time.');
    await moveTimeTo(temporal, tale.referralId, new Date(duty.until));
    ahead = (await timeOf(temporal, tale.referralId)).getTime() - Date.now();
  };
  const tale: Tale = {
    next: 0,
    referralId: '',
    take: async () => {
      const [what, actor, options] = [steps[tale.next]?.what, actors[tale.next], { key: `${key}/${tale.next}` }];
      if (what === 'time-passes') await passTime();
      else if (what === undefined || !actor) throw new Error('The tale is told.');
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

/** By the engine, at this moment. While the database is away, nobody knows. */
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

/** Each id by the order in which it comes up, so that what belongs together still does. */
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

/** Letters of one batch are settled together, in no order. */
function withResultsInOrder(entry: JournalEntry): JournalEntry {
  const { event } = entry;
  if (event.type !== 'letters-settled') return entry;
  const results = event.results.toSorted((one, other) => (one.letterId < other.letterId ? -1 : 1));
  return { ...entry, event: { ...event, results } };
}

/** One referral from submission to closure, act by act: each may be asked for again under its key, after any fault. */

import { expect, vi } from 'vitest';
import { type ActRequest, actRequest } from '../../client/contract/acts.ts';
import { nextDuty } from '../../domain/duty.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import type { TestEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/story.ts';

const R1 = { recipientId: 'r1' } as const;
const { urgency, urgencyGrounds, capability } = anUrgentSubmission();

const SUBMIT = { by: 'quinn.quartz', what: 'submit' } as const;

/** Who does what, in order; the engine's own acts come between. */
export const ACTS = [
  SUBMIT,
  acts('noor.rowan', { type: 'complete-triage', urgency, urgencyGrounds, capability, countries: ['FI'] }),
  acts('aino.alder', { type: 'acknowledge', ...R1 }),
  acts('aino.alder', { type: 'ask-information', ...R1, text: 'Which of the accounts?' }),
  acts('quinn.quartz', { type: 'answer-information', questionId: 'q1', text: 'The second.' }),
  acts('aino.alder', { type: 'accept', ...R1 }),
  acts('aino.alder', { type: 'report-outcome', ...R1, outcome: 'case-opened', final: false }),
  acts('aino.alder', { type: 'report-outcome', ...R1, outcome: 'arrest', final: true }),
  acts('ines.rowan', { type: 'propose-closure' }),
  acts('otto.rowan', { type: 'approve-closure' }),
] as const;

function acts(by: string, request: unknown): { by: string; what: ActRequest } {
  return { by, what: actRequest.parse(request) };
}

export interface Tale {
  /** Told so far; the next act to take. */
  next: number;
  referralId: string;
  /** Takes the next act; `next` moves on when it is answered. */
  take(): Promise<Receipt>;
  /** The same, asked again as long as the engine says to come back. */
  insist(): Promise<Receipt>;
  /** Takes the acts before the `end`th, and lets the engine finish after each. */
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

export async function aTale(liaise: TestEngine): Promise<Tale> {
  const { engine, db, mail } = liaise;
  // Looked up while there is a database.
  const actors = await Promise.all(ACTS.map(({ by }) => liaise.person(by)));
  const key = crypto.randomUUID();
  const tale: Tale = {
    next: 0,
    referralId: '',
    take: async () => {
      const [what, actor, options] = [ACTS[tale.next]?.what, actors[tale.next], { key: `${key}/${tale.next}` }];
      if (what === undefined || actor === undefined) throw new Error('The tale is told.');
      const receipt =
        what === 'submit'
          ? await engine.submit(actor, anUrgentSubmission(), options)
          : await engine.perform(actor, tale.referralId, what, options);
      tale.referralId = receipt.referralId;
      tale.next += 1;
      return receipt;
    },
    insist: () => insist(tale.take),
    tell: async (end = ACTS.length) => {
      while (tale.next < end) {
        await tale.quiet();
        await tale.insist();
      }
      await tale.quiet();
    },
    settled: () => once(async () => (await owed(liaise, tale)) !== 'an act'),
    quiet: () => once(async () => (await owed(liaise, tale)) === 'nothing'),
    account: async () => {
      const referral = await findReferral(db, tale.referralId);
      const letters = mail.letters().filter(({ subject }) => subject.includes(referral?.reference ?? '-'));
      return {
        journal: withoutNames(await readJournal(db, tale.referralId)),
        letters: letters
          .map(({ to, subject }) => `${to.join()} ${subject.replace(/^\S+ | (by|bis|avant le) \d.*/g, '')}`)
          .sort(),
      };
    },
  };
  return tale;
}

async function insist(take: () => Promise<Receipt>): Promise<Receipt> {
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

async function once(satisfied: () => Promise<boolean>): Promise<void> {
  await vi.waitFor(async () => expect(await satisfied()).toBe(true), PATIENCE);
}

/** By the engine, at this moment. While the database is away, nobody knows. */
async function owed({ db }: TestEngine, { next, referralId }: Tale): Promise<'an act' | 'letters' | 'nothing'> {
  if (next === 0) return 'nothing';
  const referral = await findReferral(db, referralId).catch(() => undefined);
  if (referral === undefined) return 'an act';
  const duty = nextDuty(referral, new Date().toISOString());
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

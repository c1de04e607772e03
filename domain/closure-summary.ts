/** What a supervisor must know before approving a closure: outcomes, what was late, and what is missing. */

import type { ClockName } from './clocks/clock-names.ts';
import type { EventOf, JournalEntry } from './events.ts';
import type { Clock, Recipient, Referral, ReportedOutcome } from './referral.ts';
import type { Country, DeclineGround, NotActionableReason } from './vocabulary.ts';

/** The events with the reasons that recipients gave. The state of a referral does not have the reasons. */
export const REASONED_EVENTS = [
  'declined',
  'interim-outcome-reported',
  'outcome-reported',
  'outcome-corrected',
] as const satisfies readonly JournalEntry['event']['type'][];

/** What a recipient has not given. */
export type Missing = 'answer' | 'outcome' | 'recall-confirmation';

/** An outcome with the reason that was given for it. */
export type ReasonedOutcome = ReportedOutcome & { because?: NotActionableReason };

/** A recipient with its reasons, the deadlines that it missed, and what is missing. */
export interface ClosedRecipient {
  recipient: Recipient;
  /** Why it declined. */
  ground?: DeclineGround;
  outcomes: ReasonedOutcome[];
  late: ClockName[];
  missing: Missing[];
}

/** The summary of a referral that is to be closed. */
export interface ClosureSummary {
  recipients: ClosedRecipient[];
  /** Deadlines that the sender or the coordinator missed, each once. */
  late: ClockName[];
  /** Countries in which no contact point received it. */
  unserved: readonly Country[];
  /** Number of questions without an answer. */
  unanswered: number;
}

/**
 * The summary of the referral as the coordinator sees it.
 *
 * @param journal at least the entries of `REASONED_EVENTS`, in order
 */
export function closureSummary(referral: Referral, journal: readonly JournalEntry[]): ClosureSummary {
  const { recipients, clocks, questions, unserved = [] } = referral;
  const late = clocks.filter(wasLate);
  const isOf = ({ subject }: Clock, id: string) => subject.of === 'recipient' && subject.recipientId === id;
  return {
    recipients: recipients.map((recipient) => ({
      recipient,
      ...reasonsOf(recipient, journal),
      late: namesOf(late.filter((clock) => clock.debtor === 'recipient' && isOf(clock, recipient.id))),
      missing: missingFrom(recipient),
    })),
    late: namesOf(late.filter(({ debtor }) => debtor !== 'recipient')),
    unserved,
    unanswered: questions.filter(({ state }) => state === 'open' || state === 'expired').length,
  };
}

function reasonsOf(
  { id, outcomes }: Recipient,
  journal: readonly JournalEntry[],
): Pick<ClosedRecipient, 'ground' | 'outcomes'> {
  const given = journal.flatMap(({ event }) => (isReasoned(event) && event.recipientId === id ? [event] : []));
  const ground = given.flatMap((event) => (event.type === 'declined' ? [event.ground] : [])).at(-1);
  // Each report and each correction adds one outcome to the state.
  const reasons = given.flatMap((event) => (event.type === 'declined' ? [] : [event.because]));
  const reasoned = outcomes.map((outcome, n) => ({ ...outcome, ...(reasons[n] && { because: reasons[n] }) }));
  return { ...(ground && { ground }), outcomes: reasoned };
}

function isReasoned(event: JournalEntry['event']): event is EventOf<(typeof REASONED_EVENTS)[number]> {
  return REASONED_EVENTS.some((type) => type === event.type);
}

function wasLate({ state }: Clock): boolean {
  return state.status === 'expired' || (state.status === 'stopped' && state.late);
}

function namesOf(clocks: readonly Clock[]): ClockName[] {
  return [...new Set(clocks.map(({ name }) => name))];
}

function missingFrom({ status, recallConfirmed }: Recipient): Missing[] {
  switch (status) {
    case 'sent':
    case 'delivered':
    case 'unresponsive':
    case 'delivery-failed':
      return ['answer'];
    case 'acknowledged':
    case 'accepted':
      return ['outcome'];
    case 'recalled':
      return recallConfirmed ? [] : ['recall-confirmation'];
    case 'declined':
    case 'referred-onward':
    case 'outcome-reported':
      return [];
  }
}

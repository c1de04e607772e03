/** What a supervisor must know before approving a closure: outcomes, what was late, and what is missing. */

import type { ClockName } from './clocks/clock-names.ts';
import type { Clock, Recipient, Referral } from './referral.ts';
import type { Country } from './vocabulary.ts';

/** What a recipient has not given. */
export type Missing = 'answer' | 'outcome' | 'recall-confirmation';

/** A recipient with the deadlines that it missed, and what is missing. */
export interface ClosedRecipient {
  recipient: Recipient;
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

/** The summary of the referral as the coordinator sees it. */
export function closureSummary(referral: Referral): ClosureSummary {
  const { recipients, clocks, questions, unserved = [] } = referral;
  const late = clocks.filter(wasLate);
  const isOf = ({ subject }: Clock, id: string) => subject.of === 'recipient' && subject.recipientId === id;
  return {
    recipients: recipients.map((recipient) => ({
      recipient,
      late: namesOf(late.filter((clock) => clock.debtor === 'recipient' && isOf(clock, recipient.id))),
      missing: missingFrom(recipient),
    })),
    late: namesOf(late.filter(({ debtor }) => debtor !== 'recipient')),
    unserved,
    unanswered: questions.filter(({ state }) => state === 'open' || state === 'expired').length,
  };
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

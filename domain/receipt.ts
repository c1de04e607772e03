/** What whoever acted is told: the act is recorded by then. */

import type { JournalEntry } from './events.ts';
import type { Referral } from './referral.ts';
import type { ReferralStatus } from './statuses.ts';

export interface Receipt {
  referralId: string;
  reference: string;
  status: ReferralStatus;
  /** The recipients and questions that the act opened, as `r2`, `q1`. */
  opened: string[];
  /** The last entry of the act. */
  seq: number;
}

/** `referral` as it stands after the act's `entries`, or later where the act was heard of twice. */
export function receiptOf(referral: Referral, entries: readonly JournalEntry[]): Receipt {
  const opened = entries.flatMap(({ event }) => {
    if (event.type === 'recipient-opened') return [event.recipientId];
    return event.type === 'question-asked' ? [event.questionId] : [];
  });
  const { id, reference, status } = referral;
  return { referralId: id, reference, status, opened, seq: entries.at(-1)?.seq ?? referral.seq };
}

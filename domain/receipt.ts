/** The receipt for an act: the caller gets it after the act is recorded. */

import type { JournalEntry } from './events.ts';
import type { Referral } from './referral.ts';
import type { ReferralStatus } from './statuses.ts';

/** The answer to an act: reference number, status, and ids that the act created. */
export interface Receipt {
  referralId: string;
  reference: string;
  status: ReferralStatus;
  /** The ids of recipients and questions that the act opened, for example `r2`, `q1`. */
  opened: string[];
  /** The last entry of the act: its place in the journal; to callers, its number in their own view. */
  seq: number;
  /** True for a submission that the agency has sent before: the receipt is that of the earlier referral. */
  same?: true;
  /** Hash values beyond the limit of the referral, which were not stored: the last ones of the request. */
  hashesLeftOut?: number;
}

/** `referral` is the state after the `entries` of the act, or a later state if the act was sent twice. */
export function receiptOf(referral: Referral, entries: readonly JournalEntry[]): Receipt {
  const opened = entries.flatMap(({ event }) => {
    if (event.type === 'recipient-opened') return [event.recipientId];
    return event.type === 'question-asked' ? [event.questionId] : [];
  });
  const { id, reference, status } = referral;
  const [hashesLeftOut] = entries.flatMap(({ event }) => ('hashesLeftOut' in event ? (event.hashesLeftOut ?? []) : []));
  const receipt = { referralId: id, reference, status, opened, seq: entries.at(-1)?.seq ?? referral.seq };
  return { ...receipt, ...(hashesLeftOut && { hashesLeftOut }) };
}

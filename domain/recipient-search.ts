/** Whether the coordinating agency must find a recipient, how often it is reminded, and whether all recipients have finished. */

import { routing } from './lifecycle/row.ts';
import { isFinal, type Referral } from './referral.ts';
import { STATUSES_AT_WORK } from './statuses.ts';

/** Whether a supervisor must find a recipient: for the whole referral, in place of another one, or in a country without one. */
export function lacksRecipient({ status, recipients, unserved }: Referral): boolean {
  const isUnreplaced = recipients.some(({ replacement }) => replacement.state === 'awaits-supervisor');
  return status === 'held' || (routing.includes(status) && (isUnreplaced || unserved !== undefined));
}

/** Whether a closure can be proposed: no recipient works on the referral, and the rules look for none. */
export function haveAllFinished({ recipients, unrouted }: Referral): boolean {
  return unrouted.length === 0 && recipients.every((each) => isFinal(each) && each.replacement.state !== 'due');
}

/** Whether a recipient works on the referral, or has reported its outcome in this round. */
export function hasRecipientAtWork({ recipients, round }: Referral): boolean {
  return recipients.some(
    (each) => STATUSES_AT_WORK.includes(each.status) || (each.status === 'outcome-reported' && each.round === round),
  );
}

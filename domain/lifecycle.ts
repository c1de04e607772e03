/** The one transition table: who may ask for what, from where, and what follows. Nothing else writes down a transition. */

import type { EventType } from './events.ts';
import { RECIPIENT_ACTS } from './lifecycle/recipient-acts.ts';
import { REFERRAL_ACTS } from './lifecycle/referral-acts.ts';
import type { Row } from './lifecycle/row.ts';
import type { RecipientStatus, ReferralStatus } from './statuses.ts';

/** The status that an event leads to. Events that are not here move no status. */
export const STATUS_AFTER: Readonly<
  Partial<Record<EventType, { referral: ReferralStatus } | { recipient: RecipientStatus }>>
> = {
  submitted: { referral: 'received' },
  'information-awaited': { referral: 'awaiting-information' },
  'intake-resumed': { referral: 'received' },
  triaged: { referral: 'triaged' },
  'triage-reopened': { referral: 'received' },
  referred: { referral: 'referred' },
  held: { referral: 'held' },
  'closure-proposed': { referral: 'closure-proposed' },
  closed: { referral: 'closed' },
  reopened: { referral: 'received' },
  erased: { referral: 'erased' },
  'recipient-opened': { recipient: 'sent' },
  delivered: { recipient: 'delivered' },
  'delivery-failed': { recipient: 'delivery-failed' },
  acknowledged: { recipient: 'acknowledged' },
  accepted: { recipient: 'accepted' },
  declined: { recipient: 'declined' },
  'went-unresponsive': { recipient: 'unresponsive' },
  'outcome-reported': { recipient: 'outcome-reported' },
  'referred-onward': { recipient: 'referred-onward' },
  recalled: { recipient: 'recalled' },
};

/** The whole table. Several rows may be of one act: who asks, and from where, tells which. */
export const LIFECYCLE: readonly Row[] = [...REFERRAL_ACTS, ...RECIPIENT_ACTS];

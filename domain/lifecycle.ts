/** The transition table: who may perform which act in which status, and the events that can follow. */

import type { EventType } from './events.ts';
import { ENGINE_ACTS } from './lifecycle/engine-acts.ts';
import { RECIPIENT_ACTS } from './lifecycle/recipient-acts.ts';
import { REFERRAL_ACTS } from './lifecycle/referral-acts.ts';
import { RETENTION_ACTS } from './lifecycle/retention-acts.ts';
import type { Row } from './lifecycle/row.ts';
import { TAKE_BACK } from './lifecycle/take-back.ts';
import type { RecipientStatus, ReferralStatus } from './statuses.ts';

/**
 * The status after an event. Events that are not listed change no status. The exception is an act that is taken back, which
 * restores the status before it.
 */
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

/** The whole table. If an act has several rows, the role and the status decide which applies. */
export const LIFECYCLE: readonly Row[] = [
  ...REFERRAL_ACTS,
  ...TAKE_BACK,
  ...RETENTION_ACTS,
  ...ENGINE_ACTS,
  ...RECIPIENT_ACTS,
];

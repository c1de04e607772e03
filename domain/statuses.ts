/** The statuses of a referral and of a recipient, and the kinds of closure. */

export const REFERRAL_STATUSES = [
  'received',
  'awaiting-information',
  'triaged',
  'referred',
  'held',
  'closure-proposed',
  'closed',
  'erased',
] as const;
export type ReferralStatus = (typeof REFERRAL_STATUSES)[number];

export const RECIPIENT_STATUSES = [
  'sent',
  'delivered',
  'acknowledged',
  'accepted',
  'outcome-reported',
  'declined',
  'referred-onward',
  'recalled',
  'delivery-failed',
  'unresponsive',
] as const;
export type RecipientStatus = (typeof RECIPIENT_STATUSES)[number];

/** No act leads out of these statuses, except that a recipient that referred onward can be recalled. */
export const FINAL_RECIPIENT_STATUSES: readonly RecipientStatus[] = [
  'outcome-reported',
  'declined',
  'referred-onward',
  'recalled',
];

/** The agency has acknowledged the referral and works on it. */
export const STATUSES_AT_WORK: readonly RecipientStatus[] = ['acknowledged', 'accepted'];

export const CLOSURE_KINDS = [
  'completed',
  'rejected-at-intake',
  'duplicate',
  'informational',
  'withdrawn',
  'no-recipient',
] as const;
export type ClosureKind = (typeof CLOSURE_KINDS)[number];

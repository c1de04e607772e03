/** Where a referral and each of its recipients may stand, and how a referral may have ended. */

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

/** Where a recipient's story ends. */
export const FINAL_RECIPIENT_STATUSES: readonly RecipientStatus[] = [
  'outcome-reported',
  'declined',
  'referred-onward',
  'recalled',
];

export const CLOSURE_KINDS = [
  'completed',
  'rejected-at-intake',
  'duplicate',
  'informational',
  'withdrawn',
  'no-recipient',
] as const;
export type ClosureKind = (typeof CLOSURE_KINDS)[number];

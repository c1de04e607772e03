/** Retention and erasure: the events, and what an erasure destroys. */

import type { Instant, TextId } from './vocabulary.ts';

type OfRecipient = { recipientId: string };

/** The events of a closed referral, from the order or the review to the last confirmation. */
export type RetentionEvent =
  | { type: 'erasure-ordered'; text: TextId }
  | { type: 'retention-review-asked'; dueAt: Instant }
  | { type: 'retained'; until: Instant; text: TextId }
  | { type: 'legal-hold-placed'; text: TextId }
  | { type: 'legal-hold-lifted'; text: TextId }
  | ({ type: 'erased' } & Erasure)
  | ({ type: 'erasure-confirmed' } & OfRecipient);

/** Why a referral was erased. */
export const ERASURE_GROUNDS = ['retention-ended', 'sender-order', 'supervisor-order'] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/** How much was destroyed: numbers of rows. */
export interface Destroyed {
  keys: number;
  texts: number;
  /** Digests of hash values, file ids and idempotency keys. */
  digests: number;
  /** The sender's own numbers. */
  references: number;
}

/** The facts of an erasure, for its certificate. Entries of earlier versions have none. */
export interface Erasure {
  ground?: ErasureGround;
  /** The recipients that must erase their copies and confirm it. */
  toConfirm?: string[];
  /** Counted in the transaction that destroys. */
  destroyed?: Destroyed;
  /** Ids of the keys in the key file that encrypted the key of the referral. */
  keyIds?: string[];
  /** The referral was erased then, and a restored backup still had it. */
  firstErasedAt?: Instant;
}

/** After so many years a closed referral is reviewed, unless the installation sets another number. */
export const RETENTION_YEARS = 3;

/** For so many years after a person's last act the log names who acted, unless the installation sets another number. */
export const OFFICER_RETENTION_YEARS = 3;

/** How long before the date of a review supervisors are notified. */
export const REVIEW_NOTICE_DAYS = 60;

/** Recipients that must erase their copies have so many days to confirm it; then they are overdue. */
export const CONFIRM_ERASURE_DAYS = 14;

/** Whether a recipient confirmed, still may, or is late. */
export const CONFIRMATION_STATES = ['overdue', 'open', 'confirmed'] as const;
export type ConfirmationState = (typeof CONFIRMATION_STATES)[number];

/** The longest time for which one decision keeps a referral: then it is reviewed again. */
export const MAX_RETENTION_YEARS = 3;

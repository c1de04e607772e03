/** The kinds of letters, their addressees and the results of sending them. */

import type { Urgency } from './vocabulary.ts';

/** Every kind of letter; the templates are in `activities/letters`. */
export const LETTER_KINDS = [
  'receipt',
  'emergency-arrived',
  'new-referral',
  'reminder',
  'escalation',
  'overdue',
  'question-asked',
  'question-answered',
  'question-expired',
  'supplemented',
  'translation-asked',
  'translation-delivered',
  'translation-expired',
  'oral-request-recorded',
  'oral-request-confirmed',
  'preservation-reported',
  'production-confirmed',
  'preservation-ended',
  'accepted',
  'declined',
  'outcome',
  'twin-outcome',
  'outcome-corrected',
  'twin-outcome-corrected',
  'consent-asked',
  'consent-given',
  'consent-refused',
  'onward-lapsed',
  'recalled',
  'replaced',
  'lead-set',
  'at-capacity',
  'held',
  'delivery-failed',
  'approval-asked',
  'closure-returned',
  'closed',
  'taken-back',
  'reopened',
  'retention-review',
  'erasure-asked',
  'erased',
] as const;
/** The kind of a letter. */
export type LetterKind = (typeof LETTER_KINDS)[number];

/** The addressee of a letter; `record` finds the e-mail address. A `point` is a contact point. */
export type Addressee =
  /** `deputyFor` is the absent person as whose deputy the person gets the letter. */
  (
    | { kind: 'person'; personId: string; agencyId: string; deputyFor?: string }
    | { kind: 'point'; contactPointId: string; line: 'desk' | 'duty' | 'deputy' }
  ) & {
    /** The id of a duplicate, if the addressee may see only that duplicate of the referral. */
    twinId?: string;
  };

/** A letter to be sent: codes and ids only. */
export interface LetterOrder {
  letterId: string;
  letter: LetterKind;
  addressee: Addressee;
  recipientId?: string;
  clockId?: string;
  /** The urgency when the letter was decided. Absent in journals of earlier versions. */
  urgency?: Urgency;
}

/** How long a letter is retried if the mail server is unavailable, in milliseconds. */
export const LETTER_RETRY_MS = 12 * 60 * 60 * 1000;

/** The recipient to which the letter delivers the referral. One to the duty line does not: its desk would not be informed. */
export function recipientDelivered({ letter, addressee, recipientId }: LetterOrder): string | undefined {
  const isToDesk = addressee.kind === 'point' && addressee.line === 'desk';
  return letter === 'new-referral' && isToDesk ? recipientId : undefined;
}

/** `delivers` is the id of the recipient to which the letter delivered the referral. */
export type LetterResult = { letterId: string; delivers?: string } & (
  | { result: 'sent' }
  /** `code` is the SMTP reply code, `GAVE-UP` after the retry time, `NO-ADDRESS`, `TAKEN-BACK`, or `RESTORED` from a backup. */
  | { result: 'failed'; code: string }
);

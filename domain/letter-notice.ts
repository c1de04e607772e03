/** A letter that must be sent, and its audience by its part in the referral. */

import type { LetterKind } from './letter-kinds.ts';

/** The addressee of a letter, by its part in the referral. */
export type Audience =
  /** The handler at the sending agency, or those who are on call there. */
  | { who: 'sender'; line?: 'on-call' }
  /** The handlers at the senders of referrals that were closed as duplicates of this one. */
  | { who: 'senders-of-twins' }
  | { who: 'coordinator'; line: ContactLine }
  | { who: 'recipient'; recipientId: string; line: ContactLine }
  | { who: 'supervisors'; of: SupervisedParty };

/** A party whose supervisors are notified. */
export type SupervisedParty = 'sender' | 'coordinator' | { recipientId: string };

/**
 * The addressee at a contact point. `officer` is the handler there, or the desk if there is none. For `officer` and
 * `desk-at-any-hour`, the duty line also gets the letter if the referral is urgent and the desk is closed. For
 * `officer-or-duty`, it then gets the letter instead. With `open-desk`, no letter is sent then. `on-call` is the duty line or, without
 * one, the desk; and the deputy. With `duty-alone`, the deputy is left out if there is a duty line.
 */
export type ContactLine =
  | 'desk'
  | 'open-desk'
  | 'desk-at-any-hour'
  | 'officer'
  | 'officer-or-duty'
  | 'on-call'
  | 'duty-alone';

/** A letter that an event requires, and its audience. */
export interface LetterNotice {
  letter: LetterKind;
  to: Audience;
  /** The recipient that the letter is about. */
  recipientId?: string;
  clockId?: string;
}

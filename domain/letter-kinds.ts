/** The letters that the engine writes: which there are, to whom one goes, and what became of it. */

/** Every letter there is; the words are in `activities/letters`. */
export const LETTER_KINDS = [
  'receipt',
  'new-referral',
  'reminder',
  'escalation',
  'question-asked',
  'question-answered',
  'question-expired',
  'supplemented',
  'accepted',
  'declined',
  'outcome',
  'twin-outcome',
  'consent-asked',
  'consent-given',
  'consent-refused',
  'recalled',
  'replaced',
  'held',
  'delivery-failed',
  'approval-asked',
  'closure-returned',
  'closed',
  'reopened',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Who is written to; `record` finds the address. A `desk` is an agency's, a `point` is a recipient's contact point. */
export type Addressee = (
  | { kind: 'person'; personId: string; agencyId: string }
  | { kind: 'point'; contactPointId: string; line: 'desk' | 'duty' | 'deputy' }
) & {
  /** The referral by which they know the case, and alone may see, where it is another than the letter follows from. */
  twinId?: string;
};

/** A letter that must go out, and what it is about: codes and ids only. */
export interface LetterOrder {
  letterId: string;
  letter: LetterKind;
  addressee: Addressee;
  recipientId?: string;
  clockId?: string;
}

/** For how long a letter is tried: a mail server may be away for hours, and half a day of it is told. */
export const LETTER_RETRY_MS = 12 * 60 * 60 * 1000;

/** `delivers` names the recipient that the letter brought the referral to. */
export type LetterResult = { letterId: string; delivers?: string } & (
  | { result: 'sent' }
  /** `code` is the SMTP reply code, `GAVE-UP` after hours of trying, or `NO-ADDRESS`. */
  | { result: 'failed'; code: string }
);

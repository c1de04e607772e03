/** What a letter may know, and the letter that comes of it. Codes and names only: no particulars, no free text. */

import type { ClockStart, ExpiryAction } from '../../domain/events.ts';
import type { LetterKind } from '../../domain/letter-kinds.ts';
import type { ClosureKind } from '../../domain/statuses.ts';
import type { Capability, ClockName, HandlingCode, Urgency } from '../../domain/vocabulary.ts';

/** Gathered for one letter to one addressee. The optional parts are given where the referral has them. */
export interface LetterFacts {
  /** `XR-2026-000123`. */
  reference: string;
  /** The urgency in force. */
  urgency: Urgency;
  handlingCode: HandlingCode;
  capability: Capability;
  sendingAgency: string;
  /** Desk or person; the IANA zone and the ISO 639-1 language are those of the reader. */
  addressee: { name: string; zone: string; language: string };
  /** The recipient that the letter speaks of; of a silent one, whether a supervisor must still say who replaces it. */
  recipient?: { name: string; replacementAwaited?: boolean };
  /**
   * The clock that the order names, or else the one of `CLOCKS_OF`. `owedBy` is the name of the agency whose turn it is;
   * `passed`, in a warning, the share of the time that was over: 0.5 or 0.8, and 1 once it has expired, when
   * `onExpiry` tells what followed.
   */
  clock?: Pick<ClockStart, 'name' | 'dueAt'> & { owedBy: string; passed?: number; onExpiry?: ExpiryAction };
  /** Whether the outcome that was reported is the last; which it is, stands on the page. */
  outcome?: { final: boolean };
  /** A withdrawal that is asked for is of kind `withdrawn`. */
  closure?: { kind: ClosureKind };
  /** Made by `referralLink`. */
  link: string;
}

export interface Letter {
  /** One line of at most 120 characters. */
  subject: string;
  /** Lines of at most 76 characters, but for the link. */
  text: string;
  html: string;
}

/**
 * Which clock gives a letter its "by when", where its order names none: the first of these that runs, on what the
 * letter is about. A letter without an entry asks for nothing that has a time limit.
 */
export const CLOCKS_OF: Partial<Record<LetterKind, readonly ClockName[]>> = {
  receipt: ['triage'],
  'new-referral': ['acknowledge'],
  'question-asked': ['clarification'],
  'question-answered': ['triage', 'acknowledge', 'decide', 'outcome'],
  'question-expired': ['triage', 'acknowledge', 'decide', 'outcome'],
  accepted: ['outcome'],
  'consent-asked': ['consent-onward'],
  'consent-refused': ['decide', 'outcome'],
  'approval-asked': ['closure-approval'],
  reopened: ['triage'],
};

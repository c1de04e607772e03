/** The facts that a letter may contain, and the finished letter. Codes and names only: no particulars, no free text. */

import type { ClockName } from '../../domain/clocks/clock-names.ts';
import type { ClockStart, ExpiryAction } from '../../domain/events.ts';
import type { LetterKind } from '../../domain/letter-kinds.ts';
import type { ClosureKind } from '../../domain/statuses.ts';
import type { Capability, HandlingCode, Urgency } from '../../domain/vocabulary.ts';

/** Gathered for one letter to one addressee. The optional parts are given where the referral has them. */
export interface LetterFacts {
  /** `XR-2026-000123`. */
  reference: string;
  /** The absent person as whose deputy the reader gets the letter. */
  deputyFor?: string;
  /** The number that the agency of the reader uses for the case. */
  ownReference?: string;
  /** The urgency in force. */
  urgency: Urgency;
  handlingCode: HandlingCode;
  capability: Capability;
  sendingAgency: string;
  /** Desk or person; the IANA zone and the ISO 639-1 language are those of the reader. */
  addressee: { name: string; zone: string; language: string };
  /**
   * The relation of the reader to the deadline: can meet it, follows it up with colleagues who can, coordinates the referral, or
   * is only informed of it.
   */
  part?: 'debtor' | 'follows-up' | 'coordinator' | 'informed';
  /** The recipient that the letter is about. `replacement` is the reason why a supervisor must find another one. */
  recipient?: { name: string; replacement?: WhyReplaced };
  /**
   * The clock that the order names, or else the one of `CLOCKS_OF`. `owedBy` is the name of the debtor's agency.
   * `passed` is the elapsed share of the time in a warning: 0.5 or 0.8, and 1 after expiry. `onExpiry` is what then
   * follows.
   */
  clock?: Pick<ClockStart, 'name' | 'dueAt'> & { owedBy: string; passed?: number; onExpiry?: ExpiryAction };
  /** Whether the reported outcome is final. The outcome itself is shown on the page only. */
  outcome?: { final: boolean };
  /** A requested withdrawal has the kind `withdrawn`. */
  closure?: { kind: ClosureKind };
  /** Whether the referral is a drill. */
  drill?: true;
  /** Made by `referralLink`. */
  link: string;
}

/**
 * Why a supervisor must replace a recipient. It did not acknowledge: the urgency requires a decision, the rules found no
 * contact point, or no other recipient is left. Or it gave the case back, and the rules found no contact point.
 */
export type WhyReplaced = 'supervisor-decides' | 'nobody-found' | 'nobody-left' | 'gave-back';

/** A written letter: subject, plain text and HTML. */
export interface Letter {
  /** One line of at most 150 characters, or 200 if its words need them. They are never cut, and neither is the reference. */
  subject: string;
  /** Lines of at most 76 characters, but for the link. */
  text: string;
  html: string;
}

/**
 * The clocks that can be the deadline of a letter whose order names none. It is the first that is running and concerns the
 * subject of the letter. A letter without an entry has no deadline.
 */
export const CLOCKS_OF: Partial<Record<LetterKind, readonly ClockName[]>> = {
  receipt: ['triage'],
  'emergency-arrived': ['triage'],
  'new-referral': ['acknowledge'],
  'question-asked': ['clarification'],
  'question-answered': ['triage', 'acknowledge', 'decide', 'outcome'],
  'question-expired': ['triage', 'acknowledge', 'decide', 'outcome'],
  'translation-asked': ['translation'],
  'preservation-reported': ['preservation'],
  'oral-request-recorded': ['written-confirmation'],
  accepted: ['outcome', 'measure'],
  'consent-asked': ['consent-onward'],
  'consent-refused': ['decide', 'outcome'],
  replaced: ['find-recipient'],
  held: ['find-recipient'],
  'approval-asked': ['closure-approval'],
  'retention-review': ['retention-review'],
  reopened: ['triage'],
};

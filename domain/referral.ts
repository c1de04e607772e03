/** The referral as it stands. It is the fold of its journal (`apply.ts`); nothing else makes one. */

import type { Asker, ClockStart, Closure, OpenedBy, TriageDecision, TriageProposal, Warning } from './events.ts';
import type { Actor } from './people.ts';
import type { Choice } from './routing/route.ts';
import { FINAL_RECIPIENT_STATUSES, type RecipientStatus, type ReferralStatus } from './statuses.ts';
import type { Facts } from './submission.ts';
import type { Country, Instant, LinkKind, Outcome, TextId, Urgency } from './vocabulary.ts';

export interface Referral {
  id: string;
  /** `XR-2026-000123`; the id until the database has allotted one. */
  reference: string;
  status: ReferralStatus;
  /** 1, and one more with each reopening. */
  round: number;
  senderAgencyId: string;
  senderPersonId: string;
  coordinatorAgencyId: string;
  submittedAt: Instant;
  facts: Facts;
  /** The urgency in force: as asked until triage decides. */
  urgency: Urgency;
  particulars: TextId[];
  supplementedSinceTriage: boolean;
  triage: Triage;
  /** Countries that still have to be routed. */
  unrouted: Country[];
  /** Those that were routed and found nobody, while a supervisor may still decide who stands in; absent where none. */
  unserved?: Country[];
  recipients: Recipient[];
  questions: Question[];
  clocks: Clock[];
  /** Who handles it, by agency. */
  handlers: Record<string, string>;
  links: { otherId: string; kind: LinkKind }[];
  /** What the sender asked for stands beside everything else until it is granted or the referral is closed. */
  withdrawal: { state: 'none' } | { state: 'asked'; by: Actor };
  ending: Ending;
  /** Letters decided and not yet settled. */
  unsentLetters: string[];
  /** The last entry applied. */
  seq: number;
}

export type Triage =
  | { state: 'open' }
  | { state: 'proposed'; proposal: TriageProposal }
  | { state: 'decided'; proposal?: TriageProposal; decision: TriageDecision };

export interface Recipient extends Choice {
  id: string;
  status: RecipientStatus;
  /** The round of the referral in which it was opened. */
  round: number;
  /** How often it was handed on before it came here: one more than where it came from; a replacement adds none. */
  hop: number;
  /** The recipient that handed it on, or that this one stands in for. */
  parentId?: string;
  opened: OpenedBy;
  openedAt: Instant;
  acknowledged: { state: 'no' } | { state: 'yes'; at: Instant; late: boolean };
  replacement:
    | { state: 'not-needed' }
    | { state: 'due'; at: Instant }
    | { state: 'awaits-supervisor' }
    | { state: 'done' };
  onward: { state: 'none' } | { state: 'consent-asked'; choice: Choice; text: TextId } | { state: 'consented' };
  outcomes: { outcome: Outcome; final: boolean; at: Instant }[];
  recallConfirmed: boolean;
}

export interface Question {
  id: string;
  asker: Asker;
  text: TextId;
  askedAt: Instant;
  /** The words of the answer, once there is one. */
  answer?: TextId;
  /** `lapsed`: whoever asked needs no answer any more. */
  state: 'open' | 'expired' | 'answered' | 'lapsed';
}

export interface Clock extends Omit<ClockStart, 'clockId'> {
  id: string;
  startedAt: Instant;
  /** Warnings still to be given; the first is the next. */
  warnings: Warning[];
  extensions: number;
  state:
    | { status: 'running' }
    | { status: 'paused'; since: Instant }
    | { status: 'expired'; at: Instant }
    | { status: 'stopped'; at: Instant; late: boolean };
}

export type Ending =
  | { state: 'none' }
  | { state: 'proposed'; kind: 'completed' | 'no-recipient'; by: Actor }
  | { state: 'closed'; closure: Closure; at: Instant };

/** Of which it was closed as a duplicate. */
export function originalOf({ ending }: Referral): string | undefined {
  return ending.state === 'closed' && ending.closure.kind === 'duplicate' ? ending.closure.of : undefined;
}

export function isFinal(recipient: Recipient): boolean {
  return FINAL_RECIPIENT_STATUSES.includes(recipient.status);
}

export function isOpen(referral: Referral): boolean {
  return referral.status !== 'closed' && referral.status !== 'erased';
}

/** It was sent the case and keeps it: who gave it back or handed it on does not. */
export function hasTheCase(recipient: Recipient): boolean {
  return !isFinal(recipient) || recipient.status === 'outcome-reported';
}

/** It has the case, had success with it in this round, or is about to be replaced. */
export function mayStillSucceed(recipient: Recipient, { round }: Referral): boolean {
  const { status, replacement } = recipient;
  const succeeded = status === 'outcome-reported' && recipient.round === round;
  return !isFinal(recipient) || succeeded || replacement.state === 'due';
}

/** Whether its time is over, be it that the engine has not yet come round to saying so. */
export function hasExpired({ state, dueAt }: Clock, now: Instant): boolean {
  return state.status === 'expired' || (state.status === 'running' && dueAt < now);
}

/** A referral of which nothing is known yet: what the first entry of a journal is applied to. */
export function emptyReferral(id: string): Referral {
  return {
    id,
    reference: id,
    status: 'received',
    round: 1,
    senderAgencyId: '',
    senderPersonId: '',
    coordinatorAgencyId: '',
    submittedAt: '',
    facts: {
      kind: 'case-referral',
      urgency: 'standard',
      urgencyGrounds: [],
      crimeAreas: [],
      capability: 'investigation',
      evaluation: { source: 'X', information: '4' },
      tlp: 'amber',
      legalInstrument: 'none',
      languages: [],
      handlingCode: 'H0',
      indicators: [],
      materialCount: 0,
    },
    urgency: 'standard',
    particulars: [],
    supplementedSinceTriage: false,
    triage: { state: 'open' },
    unrouted: [],
    recipients: [],
    questions: [],
    clocks: [],
    handlers: {},
    links: [],
    withdrawal: { state: 'none' },
    ending: { state: 'none' },
    unsentLetters: [],
    seq: 0,
  };
}

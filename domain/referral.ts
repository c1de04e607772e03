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
  recipients: Recipient[];
  questions: Question[];
  clocks: Clock[];
  /** Who handles it, by agency. */
  handlers: Record<string, string>;
  links: { otherId: string; kind: LinkKind }[];
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
  /** 0 where the engine or a supervisor opened it; one more each time it was referred onward. */
  hop: number;
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
  state: 'open' | 'expired' | 'answered';
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
  | { state: 'withdrawal-requested'; by: Actor }
  | { state: 'proposed'; kind: 'completed' | 'no-recipient'; by: Actor }
  | { state: 'closed'; closure: Closure; at: Instant };

export function isFinal(recipient: Recipient): boolean {
  return FINAL_RECIPIENT_STATUSES.includes(recipient.status);
}

export function isOpen(referral: Referral): boolean {
  return referral.status !== 'closed' && referral.status !== 'erased';
}

/** Somebody has it, had success with it, or is about to be found for it. */
export function hasHope(recipient: Recipient): boolean {
  return !isFinal(recipient) || recipient.status === 'outcome-reported' || recipient.replacement.state === 'due';
}

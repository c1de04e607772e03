/** The events of a referral, in the past tense. The journal is a list of events. */

import type { ClockName } from './clocks/clock-names.ts';
import type { ClockUnit, Counting, Moved, PauseCap, Warning } from './clocks/counting.ts';
import type { LetterOrder, LetterResult } from './letter-kinds.ts';
import type { Actor } from './people.ts';
import type { PreservationEvent } from './preservation.ts';
import type { OnwardEvent, RecipientEvent } from './recipient-events.ts';
import type { RetentionEvent } from './retention.ts';
import type { Choice, RouteDecision } from './routing/route.ts';
import type { ClosureKind } from './statuses.ts';
import type { Facts, IndicatorCode } from './submission.ts';
import type { Reversible, TakenBackEvent } from './taken-back.ts';
import type { CaseParty, TranslationEvent } from './translation.ts';
import type {
  Capability,
  Country,
  ExtensionReason,
  Instant,
  LinkKind,
  NotActionableReason,
  TextId,
  Urgency,
  UrgencyGround,
} from './vocabulary.ts';

/** One row of the journal. `seq` counts from 1 without gaps; `at` is the time of the act. */
export interface JournalEntry {
  seq: number;
  at: Instant;
  actId: string;
  by: Actor;
  /** Version of the shape of events, for upcasting older journals. */
  schema: 1;
  event: ReferralEvent;
}

/** Everything that can happen to a referral. */
export type ReferralEvent =
  | IntakeEvent
  | TriageEvent
  | RoutingEvent
  | RecipientEvent
  | OnwardEvent
  | TranslationEvent
  | TakenBackEvent
  | PreservationEvent
  | ClosureEvent
  | RetentionEvent
  | ClockEvent
  | LetterEvent;

export type EventType = ReferralEvent['type'];

/** The event with the type `T`. */
export type EventOf<T extends EventType> = Extract<ReferralEvent, { type: T }>;

/** A keyed digest of the sender's own case number: it can be compared, not read. */
export type OriginDigest = { digest: string };

/** The number of hash values that were not stored, because the referral would have exceeded its limit. */
export interface HashesLeftOut {
  hashesLeftOut?: number;
}

/** The party that asked a question. */
export type Asker = { kind: 'coordinator' } | { kind: 'recipient'; recipientId: string };

type IntakeEvent =
  | ({
      type: 'submitted';
      senderAgencyId: string;
      coordinatorAgencyId: string;
      facts: Facts;
      origins: OriginDigest[];
      particulars: TextId;
      /** How often it can be referred onward, if the policies in force define it. */
      onwardLimit?: number;
    } & HashesLeftOut)
  | { type: 'reference-allotted'; reference: string }
  | { type: 'possible-duplicate-found'; referralIds: string[] }
  | ({
      type: 'supplemented';
      particulars: TextId;
      indicators: IndicatorCode[];
      origins: OriginDigest[];
      /** The number of material references that were added. */
      materialCount: number;
    } & HashesLeftOut)
  | { type: 'hash-limit-raised'; max: number; text: TextId }
  /** The sending agency was disabled: the coordinating agency acts in its place. */
  | { type: 'sender-disabled' }
  /** The sending agency was enabled again, and acts itself. */
  | { type: 'sender-enabled' }
  | ({ type: 'handler-assigned'; agencyId: string; personId: string } & Reversible)
  /** Only that agency sees it. `text` holds the agency's own number of the case. */
  | { type: 'own-reference-set'; agencyId: string; text: TextId }
  /** Only that agency sees it. */
  | { type: 'note-added'; agencyId: string; text: TextId }
  | { type: 'question-asked'; questionId: string; asker: Asker; text: TextId; language?: string }
  | { type: 'question-answered'; questionId: string; text: TextId; late: boolean }
  | { type: 'question-expired'; questionId: string }
  | { type: 'oral-request-recorded'; requestedAt: Instant; text: TextId }
  /** The sender repeated the request in writing. */
  | { type: 'oral-request-confirmed'; particulars: TextId; late: boolean }
  | { type: 'information-awaited' }
  | { type: 'intake-resumed' };

/** The proposal of the rules, with reasons. Countries are sorted by score; empty if the rules cannot decide. */
export interface TriageProposal {
  urgency: Urgency;
  urgencyReasons: string[];
  urgencyGrounds: UrgencyGround[];
  countries: { country: Country; score: number; reasons: string[] }[];
  /** `clear`: one country leads. With `tie` or `none`, a person must decide. */
  verdict: 'clear' | 'tie' | 'none';
  verdictReasons: string[];
  capability: Capability;
  capabilityReasons: string[];
  ruleVersion: string;
}

/** The result of a triage. */
export interface TriageDecision {
  urgency: Urgency;
  urgencyGrounds: UrgencyGround[];
  countries: Country[];
  capability: Capability;
  /** Contact points that the officer chose; they come before those that routing finds. */
  wanted: Choice[];
  text?: TextId;
}

type TriageEvent =
  | { type: 'triage-proposed'; proposal: TriageProposal }
  | ({ type: 'triaged'; decision: TriageDecision; byRule: boolean } & Reversible)
  | { type: 'triage-reopened' };

/** Why a recipient was added. */
export type OpenedBy = 'route' | 'replacement' | 'onward' | 'override';
/** Why a referral is held. */
export type HeldCause = 'no-recipient-found' | 'no-recipient-left';

type RoutingEvent =
  | { type: 'routed'; decision: RouteDecision; replaces?: string }
  | { type: 'country-added'; country: Country; text: TextId }
  | { type: 'recipient-assigned'; choice: Choice; text: TextId; replaces?: string }
  | { type: 'recipient-opened'; recipientId: string; choice: Choice; hop: number; opened: OpenedBy; parentId?: string }
  | { type: 'referred' }
  | { type: 'held'; cause: HeldCause };

/** The kind of closure; for a duplicate, `of` is the id of the original. */
export type Closure = { kind: Exclude<ClosureKind, 'duplicate'> } | { kind: 'duplicate'; of: string };

type ClosureEvent =
  | { type: 'withdrawal-requested'; text: TextId }
  | ({ type: 'closure-proposed'; kind: 'completed' | 'no-recipient'; text?: TextId } & Reversible)
  | { type: 'closure-returned'; text: TextId }
  | ({ type: 'closed'; closure: Closure; ground?: NotActionableReason; text?: TextId } & Reversible)
  | { type: 'reopened'; text: TextId }
  | { type: 'linked'; otherId: string; kind: LinkKind };

/** The subject of a clock: the referral, a recipient, a question, or a translation and the party that was `asked`. */
export type ClockSubject =
  | { of: 'referral' }
  | { of: 'recipient'; recipientId: string }
  | { of: 'question'; questionId: string }
  | { of: 'translation'; translationId: string; asked?: CaseParty };

/** The party that must act before the clock expires. */
export type Debtor = 'sender' | 'coordinator' | 'recipient';

/** What the engine does when a clock expires. */
export const EXPIRY_ACTIONS = [
  'breach',
  'escalate',
  'tacit-clearance',
  'duty-lapses',
  'auto-erase',
  'proceed-by-rule',
] as const;
export type ExpiryAction = (typeof EXPIRY_ACTIONS)[number];

/** How far a clock may be extended, in its own unit, and how often. */
export interface ExtensionRule {
  max: number;
  count: number;
  reasonRequired: boolean;
  /** The only reasons for which it may be extended; every reason if it is absent. */
  reasons?: ExtensionReason[];
}

/** The facts of a clock that starts. */
export interface ClockStart {
  clockId: string;
  name: ClockName;
  subject: ClockSubject;
  debtor: Debtor;
  amount: number;
  unit: ClockUnit;
  /** IANA time zone in which days are counted. */
  zone: string;
  dueAt: Instant;
  warnings: Warning[];
  onExpiry: ExpiryAction;
  extension: ExtensionRule;
  policyVersion: string;
  /** Absent for clocks of earlier versions, which counted hours and calendar days only. */
  counting?: Counting;
}

/** The events of clocks. */
export type ClockEvent =
  | ({ type: 'clock-started' } & ClockStart)
  | { type: 'clock-warned'; clockId: string; fraction: number }
  | { type: 'clock-paused'; clockId: string; reason: PauseReason; cap?: PauseCap }
  /** `pausedUntil` is set if the pause ended before the entry, because it had reached its longest time. */
  | ({ type: 'clock-resumed'; clockId: string; pausedUntil?: Instant } & Moved)
  | ({ type: 'clock-extended'; clockId: string; amount: number; cap?: PauseCap } & Omit<Moved, 'midnights'>)
  /** `bySeq` is the entry that stopped it. `late` is true if it had expired before. */
  | { type: 'clock-stopped'; clockId: string; bySeq: number; late: boolean }
  /** The act that stopped the clock was taken back: its state is again that before the act. */
  | { type: 'clock-restored'; clockId: string; state: UnstoppedState }
  | { type: 'clock-expired'; clockId: string; action: ExpiryAction };

/** Why a clock is paused. */
export const PAUSE_REASONS = ['question', 'translation'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** The state of a clock that was not stopped. */
export type UnstoppedState =
  | { status: 'running' }
  /** Without a reason, because of a question. */
  | { status: 'paused'; since: Instant; cap?: PauseCap; reason?: PauseReason }
  | { status: 'expired'; at: Instant };

type LetterEvent =
  /** `sentBy` is absent in journals of earlier versions, whose workflows waited for the results of all letters. */
  | { type: 'letters-decided'; letters: LetterOrder[]; sentBy?: 'dispatcher' }
  /** Results that change the status of a recipient. Earlier versions recorded the results of all letters. */
  | { type: 'letters-settled'; results: LetterResult[] };

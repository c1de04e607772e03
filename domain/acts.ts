/**
 * The acts: requests to change a referral, in the imperative. Free text is stored as particulars before an act is made:
 * `text` is the id of its row.
 */

import type { ExtensibleClock } from './clocks/clock-names.ts';
import type { ExtensionDetails } from './clocks/counting.ts';
import type { HashesLeftOut, OriginDigest, TriageProposal } from './events.ts';
import type { LetterResult } from './letter-kinds.ts';
import type { Choice, RouteDecision } from './routing/route.ts';
import type { Facts, IndicatorCode } from './submission.ts';
import type { CaseParty } from './translation.ts';
import type {
  Capability,
  Country,
  DeclineGround,
  Instant,
  LinkKind,
  NotActionableReason,
  Outcome,
  TextId,
  Urgency,
  UrgencyGround,
} from './vocabulary.ts';

type OfRecipient = { recipientId: string };

/** The acts that their author may take back. */
export const REVERSIBLE_ACTS = ['complete-triage', 'mark-duplicate', 'propose-closure', 'assign'] as const;
/** An act that its author may take back. */
export type ReversibleAct = (typeof REVERSIBLE_ACTS)[number];

/** Acts of people, from every entry point. */
export type PersonAct =
  | ({
      type: 'submit';
      facts: Facts;
      origins: OriginDigest[];
      text: TextId;
      coordinatorAgencyId: string;
      /** Of a drill: the contact point that it is sent to. The coordinating agency is then the sender. */
      drill?: Choice;
    } & HashesLeftOut)
  | ({
      type: 'supplement';
      text: TextId;
      indicators: IndicatorCode[];
      origins: OriginDigest[];
      materialCount: number;
    } & HashesLeftOut)
  | { type: 'take' }
  | { type: 'assign'; personId: string }
  /** The agency's own number of the case; `text` holds the number. */
  | { type: 'set-own-reference'; text: TextId }
  | { type: 'add-note'; text: TextId }
  | { type: 'take-back'; act: ReversibleAct }
  /** Without `recipientId`, the question is the coordinator's, before triage. */
  | { type: 'ask-information'; recipientId?: string; text: TextId; language?: string }
  /** If `language` is not the one that the question needs, the sender must translate the answer. */
  | { type: 'answer-information'; questionId: string; text: TextId; language?: string }
  /** With `recipientId`, that recipient asks; or it is asked, if `of` is `recipient`. */
  | { type: 'ask-translation'; recipientId?: string; of: CaseParty['kind']; languages: string[]; text?: TextId }
  | { type: 'deliver-translation'; translationId: string; language: string; text: TextId }
  /** An emergency was requested by voice first, at `requestedAt`. The text states who asked whom, and for what. */
  | { type: 'record-oral-request'; requestedAt: Instant; text: TextId }
  | { type: 'confirm-oral-request'; text: TextId }
  | { type: 'reject-at-intake'; ground: NotActionableReason; text?: TextId }
  | { type: 'mark-duplicate'; otherId: string }
  | { type: 'file-informational'; text?: TextId }
  | {
      type: 'complete-triage';
      urgency: Urgency;
      urgencyGrounds: UrgencyGround[];
      countries: Country[];
      capability: Capability;
      wanted: Choice[];
      text?: TextId;
    }
  | { type: 'reopen-triage'; text?: TextId }
  | { type: 'assign-recipient'; choice: Choice; replaces?: string; text: TextId }
  | { type: 'add-country'; country: Country; text: TextId }
  | ({ type: 'set-lead' } & OfRecipient)
  | ({ type: 'acknowledge' } & OfRecipient)
  | ({ type: 'accept'; ownReference?: TextId } & OfRecipient)
  | ({ type: 'decline'; ground: DeclineGround; text?: TextId } & OfRecipient)
  | ({ type: 'report-preservation'; text: TextId } & OfRecipient)
  /** Of the data that the recipient preserves. */
  | ({ type: 'confirm-production'; text: TextId } & OfRecipient)
  | ({ type: 'extend'; clock: ExtensibleClock; amount: number } & ExtensionDetails & OfRecipient)
  | ({ type: 'refer-onward'; choice: Choice; text: TextId } & OfRecipient)
  | ({ type: 'consent-onward' } & OfRecipient)
  | ({ type: 'refuse-onward'; text: TextId } & OfRecipient)
  | ({
      type: 'report-outcome';
      outcome: Outcome;
      final: boolean;
      because?: NotActionableReason;
      text?: TextId;
      ownReference?: TextId;
    } & OfRecipient)
  | ({ type: 'correct-outcome'; outcome: Outcome; because?: NotActionableReason; text: TextId } & OfRecipient)
  | ({ type: 'recall'; text: TextId } & OfRecipient)
  | ({ type: 'confirm-recall' } & OfRecipient)
  | { type: 'withdraw'; text: TextId }
  | { type: 'propose-closure'; text?: TextId }
  | { type: 'approve-closure' }
  | { type: 'return-closure'; text: TextId }
  | { type: 'reopen'; text: TextId }
  | { type: 'link'; otherId: string; kind: LinkKind }
  | { type: 'raise-hash-limit'; max: number; text: TextId }
  /** The sender orders the erasure before the review of retention. A supervisor of the coordinator carries it out. */
  | { type: 'order-erasure'; text: TextId }
  | { type: 'retain'; until: Instant; text: TextId }
  | { type: 'place-legal-hold'; text: TextId }
  | { type: 'lift-legal-hold'; text: TextId }
  | { type: 'erase' }
  | ({ type: 'confirm-erasure' } & OfRecipient);

/** Acts of the engine: its duties (`duty.ts`), and the results of sending letters. */
export type EngineAct =
  | { type: 'propose-triage'; proposal: TriageProposal }
  | { type: 'route'; decision: RouteDecision; replaces?: string }
  | { type: 'warn-clock'; clockId: string }
  | { type: 'expire-clock'; clockId: string }
  | { type: 'resume-clock'; clockId: string }
  | { type: 'ask-retention-review'; dueAt: Instant }
  /** The agency or the contact point of the recipient was disabled. */
  | ({ type: 'release-recipient' } & OfRecipient)
  /** The sending agency was disabled or enabled. */
  | { type: 'set-sender-status'; disabled: boolean }
  | { type: 'settle-letters'; results: LetterResult[] };

/** Everything that a person or the engine can do with a referral. */
export type Act = PersonAct | EngineAct;
export type ActType = Act['type'];

/** The act with the type `T`. */
export type ActOf<T extends ActType> = Extract<Act, { type: T }>;

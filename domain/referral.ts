/** The state of a referral: the fold of its journal (`apply.ts`). No other code creates it. */

import type { Counting, PlannedWarning, Warning } from './clocks/counting.ts';
import type { Asker, ClockStart, Closure, OpenedBy, TriageDecision, TriageProposal, UnstoppedState } from './events.ts';
import type { LastAct } from './last-act.ts';
import type { Actor } from './people.ts';
import type { PreservationState } from './preservation.ts';
import type { Choice } from './routing/route.ts';
import { FINAL_RECIPIENT_STATUSES, type RecipientStatus, type ReferralStatus } from './statuses.ts';
import type { Facts } from './submission.ts';
import type { Translation } from './translation.ts';
import type { Country, Instant, LinkKind, Outcome, TextId, Urgency } from './vocabulary.ts';

/** The state of a referral, folded from its journal. */
export interface Referral {
  id: string;
  /** `XR-2026-000123`; equal to the id until the database allots a number. */
  reference: string;
  status: ReferralStatus;
  /** 1, plus one for each reopening. */
  round: number;
  senderAgencyId: string;
  senderPersonId: string;
  coordinatorAgencyId: string;
  /** While it is set, the sending agency is disabled, and the coordinating agency acts in its place. */
  senderDisabled?: true;
  submittedAt: Instant;
  facts: Facts;
  /** The urgency in force: the requested one until triage decides. */
  urgency: Urgency;
  particulars: TextId[];
  supplementedSinceTriage: boolean;
  triage: Triage;
  /** Countries for which routing is still due. */
  unrouted: Country[];
  /** Countries in which routing found no recipient, until a supervisor decides; absent if there are none. */
  unserved?: Country[];
  recipients: Recipient[];
  questions: Question[];
  /** Absent if none was requested. */
  translations?: Translation[];
  clocks: Clock[];
  /** The person who handles it, by agency. */
  handlers: Record<string, string>;
  /** The text with the agency's own number of the case, by agency; absent if no agency has set one. */
  ownReferences?: Record<string, TextId>;
  /** The last request that was made by voice first; absent if there is none. */
  oralRequest?: { requestedAt: Instant; confirmed: boolean };
  links: { otherId: string; kind: LinkKind }[];
  /** The number of hash values that a supervisor permitted, if it is more than the policy permits. */
  hashLimit?: number;
  /** How often it can be referred onward, if the policies at its submission defined it. */
  onwardLimit?: number;
  /** A requested withdrawal stays pending until it is approved or the referral is closed. */
  withdrawal: { state: 'none' } | { state: 'asked'; by: Actor };
  ending: Ending;
  /** Set by decisions about retention; absent until there is one. */
  retention?: Retention;
  /** While it is set, the referral is not erased. */
  legalHold?: { at: Instant; by: Actor };
  /** The sender ordered the erasure, and a supervisor has not decided yet. */
  erasureOrder?: { at: Instant; by: Actor };
  /** The last act, if its author may take it back and no act has followed. */
  undo?: Undo;
  /** Ids of letters of earlier versions whose result is not recorded yet. The letter dispatcher sends all others. */
  unsentLetters: string[];
  /** The number of the last entry applied. */
  seq: number;
}

/** The decision of the last review, and whether the next one has started. */
export interface Retention {
  /** A supervisor decided to keep the referral until then. */
  until?: Instant;
  /** A supervisor must decide. Without a decision, the referral is erased after `dueAt`. */
  review?: { askedAt: Instant; dueAt: Instant };
}

/** The state of the triage: open, proposed or decided. */
export type Triage =
  | { state: 'open' }
  | { state: 'proposed'; proposal: TriageProposal }
  | { state: 'decided'; proposal?: TriageProposal; decision: TriageDecision };

/** An agency that the referral was sent to, with its answers. */
export interface Recipient extends Choice {
  id: string;
  status: RecipientStatus;
  /** The round of the referral in which it was opened. */
  round: number;
  /** How often the referral was referred onward to reach this recipient; a replacement adds none. */
  hop: number;
  /** The recipient that referred it onward, or that this one replaces. */
  parentId?: string;
  /** The first recipient of its chain, the same at each hop. Set when the referral is disclosed. */
  chainId?: string;
  opened: OpenedBy;
  openedAt: Instant;
  /** Whether it coordinates the others. At most one recipient is the lead. */
  lead?: true;
  acknowledged: { state: 'no' } | { state: 'yes'; at: Instant; late: boolean };
  replacement:
    | { state: 'not-needed' }
    | { state: 'due'; at: Instant }
    | { state: 'awaits-supervisor' }
    | { state: 'done' };
  onward: { state: 'none' } | { state: 'consent-asked'; choice: Choice; text: TextId } | { state: 'consented' };
  /** The last one is in force. */
  outcomes: ReportedOutcome[];
  recallConfirmed: boolean;
  /** Absent if it reported no preserved data. */
  preserved?: PreservationState;
  /** Set if it extended a deadline because a judicial authorisation is needed (Directive (EU) 2023/977 art. 5(2)). */
  judicialAuthorisation?: true;
  /** After an erasure on order: whether the recipient has confirmed that it erased its copies. */
  erasure?: 'asked' | 'confirmed';
}

/** An outcome as it was reported, or a correction of the final outcome before it. */
export interface ReportedOutcome {
  outcome: Outcome;
  final: boolean;
  at: Instant;
  corrects?: true;
  /** The reporter of a final outcome may correct it until then. Absent for outcomes of earlier versions. */
  correctable?: { by: string; until: Instant };
}

/** A question to the sender, with its state. */
export interface Question {
  id: string;
  asker: Asker;
  text: TextId;
  /** The language in which the party that asked needs the answer, as an ISO 639-1 code. */
  language?: string;
  askedAt: Instant;
  /** The particulars of the answer, if there is one. */
  answer?: TextId;
  /** `lapsed`: the party that asked needs no answer any more. */
  state: 'open' | 'expired' | 'answered' | 'lapsed';
}

/** What the due instant of a clock is computed from, besides its start. */
export interface Counted {
  counting: Omit<Counting, 'basis' | 'planned'>;
  /** The pauses that are over. */
  pauses: { from: Instant; to: Instant }[];
  /** The sum of all extensions. */
  extendedBy: number;
  /** All warnings as they were planned at the start. Earlier versions recorded only those that were possible then. */
  planned: PlannedWarning[];
}

/** A clock with its state. */
export interface Clock extends Omit<ClockStart, 'clockId' | 'counting'> {
  id: string;
  startedAt: Instant;
  /** Warnings that are still to come, the next one first. */
  warnings: Warning[];
  extensions: number;
  /** Absent for clocks of earlier versions. */
  counted?: Counted;
  state: UnstoppedState | { status: 'stopped'; at: Instant; late: boolean };
}

/** The last act of a person, if its author may take it back. */
export interface Undo extends LastAct {
  /** The parts that the act changed, as they were. */
  before: Partial<Referral>;
}

/** Whether and how the referral was closed. */
export type Ending =
  | { state: 'none' }
  | { state: 'proposed'; kind: 'completed' | 'no-recipient'; by: Actor }
  | { state: 'closed'; closure: Closure; at: Instant };

/** The id of the original, if the referral was closed as a duplicate. */
export function originalOf({ ending }: Referral): string | undefined {
  return ending.state === 'closed' && ending.closure.kind === 'duplicate' ? ending.closure.of : undefined;
}

/** Whether the status of the recipient is final, for example declined, recalled or outcome reported. */
export function isFinal(recipient: Recipient): boolean {
  return FINAL_RECIPIENT_STATUSES.includes(recipient.status);
}

/** Whether the referral is neither closed nor erased. */
export function isOpen(referral: Referral): boolean {
  return referral.status !== 'closed' && referral.status !== 'erased';
}

/** Whether the recipient still has the case: it did not decline, refer onward, or lose it by recall. */
export function hasTheCase(recipient: Recipient): boolean {
  return !isFinal(recipient) || recipient.status === 'outcome-reported';
}

/** Whether the agency of the recipient may hold copies: it got the case, and did not confirm its erasure. */
export function mayHoldCopies(recipient: Recipient): boolean {
  return !recipient.recallConfirmed && recipient.status !== 'delivery-failed';
}

/** Whether the recipient has the case, reported an outcome in this round, or will be replaced. */
export function mayStillSucceed(recipient: Recipient, { round }: Referral): boolean {
  const { status, replacement } = recipient;
  const succeeded = status === 'outcome-reported' && recipient.round === round;
  return !isFinal(recipient) || succeeded || replacement.state === 'due';
}

/** Whether the clock has expired, even if the engine has not recorded the expiry yet. */
export function hasExpired({ state, dueAt }: Clock, now: Instant): boolean {
  return state.status === 'expired' || (state.status === 'running' && dueAt < now);
}

/** The state before the first entry of a journal. */
export function emptyReferral(id: string): Referral {
  return {
    id,
    reference: id,
    status: 'received',
    round: 1,
    ...{ senderAgencyId: '', senderPersonId: '', coordinatorAgencyId: '' },
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
    ...{ handlers: {}, links: [], unsentLetters: [] },
    ...{ withdrawal: { state: 'none' }, ending: { state: 'none' } },
    seq: 0,
  };
}

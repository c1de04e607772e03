/** The codes of the domain that people read; a code without a text in a language does not compile. */

import type { ActType } from '../acts.ts';
import type { LogAlarmKind } from '../audit/log-alarms.ts';
import type { ClockName } from '../clocks/clock-names.ts';
import type { Debtor, ExpiryAction, HeldCause, OpenedBy, PauseReason, TriageProposal } from '../events.ts';
import type { LossReason } from '../exchange/loss-report.ts';
import type { LetterKind } from '../letter-kinds.ts';
import type { Relation, Role } from '../people.ts';
import type { PreservationState } from '../preservation.ts';
import type { ReadingPurpose } from '../reading-purposes.ts';
import type { Clock, Question } from '../referral.ts';
import type { ErasureGround } from '../retention.ts';
import type { RouteDecision } from '../routing/route.ts';
import type { RejectionReason } from '../routing/suitability.ts';
import type { ClosureKind, RecipientStatus, ReferralStatus } from '../statuses.ts';
import type { Translation } from '../translation.ts';
import type * as vocabulary from '../vocabulary.ts';

type CodeTexts<Code extends string> = Record<Code, string>;

/** What a case is about, and who can do what. */
export interface CaseWords {
  kind: CodeTexts<vocabulary.Kind>;
  urgency: CodeTexts<vocabulary.Urgency>;
  urgencyGround: CodeTexts<vocabulary.UrgencyGround>;
  crimeArea: CodeTexts<vocabulary.CrimeArea>;
  capability: CodeTexts<vocabulary.RegistryCapability>;
  capabilityLevel: CodeTexts<vocabulary.CapabilityLevel>;
  agencyType: CodeTexts<vocabulary.AgencyType>;
  transferBasis: CodeTexts<vocabulary.TransferBasis>;
  informationAccess: CodeTexts<vocabulary.InformationAccess>;
  handlingCode: CodeTexts<vocabulary.HandlingCode>;
  sourceEvaluation: CodeTexts<vocabulary.SourceEvaluation>;
  informationEvaluation: CodeTexts<vocabulary.InformationEvaluation>;
  tlp: CodeTexts<vocabulary.Tlp>;
  legalInstrument: CodeTexts<vocabulary.LegalInstrument>;
  contactPointType: CodeTexts<vocabulary.ContactPointType>;
  declineGround: CodeTexts<vocabulary.DeclineGround>;
  outcome: CodeTexts<vocabulary.Outcome>;
  notActionableReason: CodeTexts<vocabulary.NotActionableReason>;
  subjectCategory: CodeTexts<vocabulary.SubjectCategory>;
  hashAlgorithm: CodeTexts<vocabulary.HashAlgorithm>;
  classification: CodeTexts<vocabulary.Classification>;
  industryClassification: CodeTexts<vocabulary.IndustryClassification>;
  indicatorBasis: CodeTexts<vocabulary.IndicatorBasis>;
  erasureGround: CodeTexts<ErasureGround>;
  linkKind: CodeTexts<vocabulary.LinkKind>;
}

/** The clocks of a referral: who must do what, and what happens to them. */
export interface ClockWords {
  clockName: CodeTexts<ClockName>;
  /** What the debtor must do: follows "Please" or "must", and is an item of a list. */
  clockTask: CodeTexts<ClockName>;
  clockStatus: CodeTexts<Clock['state']['status']>;
  debtor: CodeTexts<Debtor | 'asked'>;
  expiryAction: CodeTexts<ExpiryAction>;
  pauseReason: CodeTexts<PauseReason>;
  extensionReason: CodeTexts<vocabulary.ExtensionReason>;
}

/** How a referral is processed: statuses, roles, acts, notifications and the audit log. */
export interface ProcessWords {
  referralStatus: CodeTexts<ReferralStatus>;
  recipientStatus: CodeTexts<RecipientStatus>;
  closureKind: CodeTexts<ClosureKind>;
  role: CodeTexts<Role>;
  relation: CodeTexts<Relation>;
  readingPurpose: CodeTexts<ReadingPurpose>;
  logAlarm: CodeTexts<LogAlarmKind>;
  /** An imperative, as on a button. */
  act: CodeTexts<ActType>;
  letter: CodeTexts<LetterKind>;
  letterStatus: CodeTexts<'waiting' | 'sent' | 'failed'>;
  questionState: CodeTexts<Question['state']>;
  translationState: CodeTexts<Translation['state']>;
  preservationState: CodeTexts<PreservationState>;
  auditOperation: CodeTexts<vocabulary.AuditOperation>;
  lossReason: CodeTexts<LossReason>;
}

/** How recipients are found, and why. */
export interface RoutingWords {
  triageVerdict: CodeTexts<TriageProposal['verdict']>;
  openedBy: CodeTexts<OpenedBy>;
  heldCause: CodeTexts<HeldCause>;
  passedOver: CodeTexts<RejectionReason | 'best-of-its-country' | 'all-at-capacity'>;
  nobodyFound: CodeTexts<RouteDecision['without'][number]['reason']>;
}

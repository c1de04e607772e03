/** The codes of the domain that people read; a code without a text in a language does not compile. */

import type { ActType } from '../acts.ts';
import type { Debtor, ExpiryAction, HeldCause, OpenedBy, PauseReason, TriageProposal } from '../events.ts';
import type { LossReason } from '../exchange/loss-report.ts';
import type { LetterKind } from '../letter-kinds.ts';
import type { Relation, Role } from '../people.ts';
import type { Clock, Question } from '../referral.ts';
import type { PassedOver, RouteDecision } from '../routing/route.ts';
import type { ClosureKind, RecipientStatus, ReferralStatus } from '../statuses.ts';
import type * as vocabulary from '../vocabulary.ts';

type Words<Code extends string> = Record<Code, string>;

/** What a case is about, and who can do what. */
export interface CaseWords {
  kind: Words<vocabulary.Kind>;
  urgency: Words<vocabulary.Urgency>;
  urgencyGround: Words<vocabulary.UrgencyGround>;
  crimeArea: Words<vocabulary.CrimeArea>;
  capability: Words<vocabulary.RegistryCapability>;
  capabilityLevel: Words<vocabulary.CapabilityLevel>;
  agencyType: Words<vocabulary.AgencyType>;
  transferBasis: Words<vocabulary.TransferBasis>;
  handlingCode: Words<vocabulary.HandlingCode>;
  sourceEvaluation: Words<vocabulary.SourceEvaluation>;
  informationEvaluation: Words<vocabulary.InformationEvaluation>;
  tlp: Words<vocabulary.Tlp>;
  legalInstrument: Words<vocabulary.LegalInstrument>;
  contactPointType: Words<vocabulary.ContactPointType>;
  declineGround: Words<vocabulary.DeclineGround>;
  outcome: Words<vocabulary.Outcome>;
  notActionableReason: Words<vocabulary.NotActionableReason>;
  subjectCategory: Words<vocabulary.SubjectCategory>;
  hashAlgorithm: Words<vocabulary.HashAlgorithm>;
  classification: Words<vocabulary.Classification>;
  industryClassification: Words<vocabulary.IndustryClassification>;
  indicatorBasis: Words<vocabulary.IndicatorBasis>;
}

/** How a referral is processed: statuses, roles, acts, clocks, notifications and the audit log. */
export interface ProcessWords {
  referralStatus: Words<ReferralStatus>;
  recipientStatus: Words<RecipientStatus>;
  closureKind: Words<ClosureKind>;
  role: Words<Role>;
  relation: Words<Relation>;
  /** An imperative, as on a button. */
  act: Words<ActType>;
  letter: Words<LetterKind>;
  letterStatus: Words<'waiting' | 'sent' | 'failed'>;
  clockName: Words<vocabulary.ClockName>;
  /** What the debtor must do: follows "Please" or "must", and is an item of a list. */
  clockTask: Words<vocabulary.ClockName>;
  clockStatus: Words<Clock['state']['status']>;
  debtor: Words<Debtor>;
  expiryAction: Words<ExpiryAction>;
  pauseReason: Words<PauseReason>;
  questionState: Words<Question['state']>;
  triageVerdict: Words<TriageProposal['verdict']>;
  openedBy: Words<OpenedBy>;
  heldCause: Words<HeldCause>;
  passedOver: Words<PassedOver | 'best-of-its-country'>;
  nobodyFound: Words<RouteDecision['without'][number]['reason']>;
  linkKind: Words<vocabulary.LinkKind>;
  auditOperation: Words<vocabulary.AuditOperation>;
  lossReason: Words<LossReason>;
}

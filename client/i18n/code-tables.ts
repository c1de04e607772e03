/** Which codes have words in every language: a code of the domain without words does not compile. */

import type { ActType } from '../../domain/acts.ts';
import type { ErrorCode, ErrorFacts } from '../../domain/errors.ts';
import type { Debtor, ExpiryAction, HeldCause, OpenedBy, PauseReason, TriageProposal } from '../../domain/events.ts';
import type { LossReason } from '../../domain/exchange/loss.ts';
import type { LetterName } from '../../domain/letter-kinds.ts';
import type { Relation, Role } from '../../domain/people.ts';
import type { Clock, Question } from '../../domain/referral.ts';
import type { PassedOver, RouteDecision } from '../../domain/routing/route.ts';
import type { ClosureKind, RecipientStatus, ReferralStatus } from '../../domain/statuses.ts';
import type * as vocabulary from '../../domain/vocabulary.ts';

type Words<Code extends string> = Record<Code, string>;

/** What a case is about, and who can do what. */
export interface CaseCodes {
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

/** How a case goes on: who acts, where it stands, what is counted, written and logged. */
export interface ProcessCodes {
  referralStatus: Words<ReferralStatus>;
  recipientStatus: Words<RecipientStatus>;
  closureKind: Words<ClosureKind>;
  role: Words<Role>;
  relation: Words<Relation>;
  /** As on a button. */
  act: Words<ActType>;
  letter: Words<LetterName>;
  letterStatus: Words<'waiting' | 'sent' | 'failed'>;
  clockName: Words<vocabulary.ClockName>;
  /** What the clock waits for, to stand after "Please" or in a list of what is owed. */
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

/** Each refusal by its code: a title, and what to do about it; between them what it is about. */
export interface RefusalCodes {
  error: Words<ErrorCode>;
  about: Words<keyof ErrorFacts | 'field'>;
  remedy: Words<ErrorCode>;
}

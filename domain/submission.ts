/** What a sender hands in, in our own form: every door (form, JSON, CyberTipline file) ends in this shape. */

import type {
  Capability,
  Classification,
  Country,
  CrimeArea,
  HandlingCode,
  HashAlgorithm,
  IndicatorBasis,
  IndustryClassification,
  InformationEvaluation,
  Instant,
  Kind,
  LegalInstrument,
  SourceEvaluation,
  SubjectCategory,
  Tlp,
  TransferBasis,
  Urgency,
  UrgencyGround,
} from './vocabulary.ts';

/** The sender's own number for the case; one agency uses each (system, id) once. */
export interface OriginReference {
  system: string;
  id: string;
}

/** A file known by its fingerprint. The file itself is never held. */
export interface MaterialReference {
  algorithm: HashAlgorithm;
  /** Hex for md5/sha*, as given for perceptual hashes. */
  value: string;
  source: string;
  classification: Classification;
  industryClassification?: IndustryClassification;
  viewedByReporter?: boolean;
  publiclyAvailable?: boolean;
}

/** A sign that ties the case to a country. `country` is null where the given value names none; `note` then says why. */
export interface JurisdictionIndicator {
  country: Country | null;
  basis: IndicatorBasis;
  verified: boolean;
  proxySuspected: boolean;
  observedAt?: Instant;
  /** The address, number or place it was read from: particulars, never shown outside disclosure. */
  value?: string;
  note?: string;
}

/** A person of the case, by category and by the sender's reference only. */
export interface Subject {
  category: SubjectCategory;
  reference: string;
}

/** Data that a provider keeps for a while. */
export interface PreservationEntry {
  provider: string;
  instrument: LegalInstrument;
  requestedAt?: Instant;
  endsAt?: Instant;
  reference?: string;
}

/** One labelled line of particulars, for example `reporter.email`. */
export interface ParticularsEntry {
  label: string;
  value: string;
}

export interface Submission {
  kind: Kind;
  urgency: Urgency;
  urgencyGrounds: UrgencyGround[];
  crimeAreas: CrimeArea[];
  capability: Capability;
  handling: { code: HandlingCode; text?: string };
  evaluation: { source: SourceEvaluation; information: InformationEvaluation };
  tlp: Tlp;
  legalInstrument: LegalInstrument;
  transferBasis?: TransferBasis;
  /** ISO 639-1 codes of the languages it is written in. */
  languages: string[];
  incidentAt?: Instant;
  originReferences: OriginReference[];
  indicators: JurisdictionIndicator[];
  materials: MaterialReference[];
  subjects: Subject[];
  preservation: PreservationEntry[];
  summary: string;
  particulars: ParticularsEntry[];
}

/** What of an indicator the engine itself may know: no address, no number. */
export type IndicatorCode = Pick<JurisdictionIndicator, 'country' | 'basis' | 'verified' | 'proxySuspected'>;

/** The codes of a submission: all that workflows, journal and letters ever see of it. */
export type Facts = Pick<
  Submission,
  | 'kind'
  | 'urgency'
  | 'urgencyGrounds'
  | 'crimeAreas'
  | 'capability'
  | 'evaluation'
  | 'tlp'
  | 'legalInstrument'
  | 'transferBasis'
  | 'languages'
  | 'incidentAt'
> & { handlingCode: HandlingCode; indicators: IndicatorCode[]; materialCount: number };

/** Leaves every word and identifier behind. */
export function factsOf(submission: Submission): Facts {
  return {
    kind: submission.kind,
    urgency: submission.urgency,
    urgencyGrounds: submission.urgencyGrounds,
    crimeAreas: submission.crimeAreas,
    capability: submission.capability,
    evaluation: submission.evaluation,
    tlp: submission.tlp,
    legalInstrument: submission.legalInstrument,
    ...(submission.transferBasis && { transferBasis: submission.transferBasis }),
    languages: submission.languages,
    ...(submission.incidentAt && { incidentAt: submission.incidentAt }),
    handlingCode: submission.handling.code,
    indicators: submission.indicators.map(indicatorCode),
    materialCount: submission.materials.length,
  };
}

export function indicatorCode(indicator: JurisdictionIndicator): IndicatorCode {
  const { country, basis, verified, proxySuspected } = indicator;
  return { country, basis, verified, proxySuspected };
}

/** A submission: forms, JSON and CyberTipline reports all become this shape. */

import type {
  Capability,
  Classification,
  Country,
  CrimeArea,
  HandlingCode,
  HashAlgorithm,
  IndicatorBasis,
  IndicatorParty,
  IndustryClassification,
  InformationAccess,
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

/** A file, identified by its hash value. The file itself is never stored. */
export interface MaterialReference {
  algorithm: HashAlgorithm;
  /** Hexadecimal for md5 and sha*; as given for perceptual hashes. */
  value: string;
  source: string;
  classification: Classification;
  industryClassification?: IndustryClassification;
  viewedByReporter?: boolean;
  publiclyAvailable?: boolean;
}

/** Evidence that ties the case to a country. If the value names no country, `country` is null and `note` has the reason. */
export interface JurisdictionIndicator {
  country: Country | null;
  basis: IndicatorBasis;
  /** Omitted if the source does not name whose place it is, or if the basis defines it. */
  party?: IndicatorParty;
  verified: boolean;
  proxySuspected: boolean;
  observedAt?: Instant;
  /** The address, number or place it was read from. It is particulars, so disclosure limits who sees it. */
  value?: string;
  note?: string;
}

/** A person in the case: only the category and the sender's reference. */
export interface Subject {
  category: SubjectCategory;
  reference: string;
}

/** Data that a provider preserves until `endsAt`. */
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

/** The content of a new referral, including its particulars. */
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
  /** For a request for information: whether the contact point can read it itself. Absent counts as indirect. */
  informationAccess?: InformationAccess;
  /** The date that the sender requests. The clock policies define how short a deadline may become. */
  answerBy?: Instant;
  /** ISO 639-1 codes of the languages in which it is written. */
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

/** The part of an indicator that the engine may store in clear: no address, no number. */
export type IndicatorCode = Pick<JurisdictionIndicator, 'country' | 'basis' | 'party' | 'verified' | 'proxySuspected'>;

/** The codes of a submission: the only part that workflows, the journal and letters contain. */
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
  | 'informationAccess'
  | 'answerBy'
  | 'languages'
  | 'incidentAt'
> & {
  handlingCode: HandlingCode;
  indicators: IndicatorCode[];
  materialCount: number;
  /** Whether it is a drill: a test that asks for an acknowledgement only. */
  drill?: true;
};

/** Omits all free text and identifiers. */
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
    ...(submission.informationAccess && { informationAccess: submission.informationAccess }),
    ...(submission.answerBy && { answerBy: submission.answerBy }),
    languages: submission.languages,
    ...(submission.incidentAt && { incidentAt: submission.incidentAt }),
    handlingCode: submission.handling.code,
    indicators: submission.indicators.map(indicatorCode),
    materialCount: submission.materials.length,
  };
}

/** The codes of an indicator, without its value and note. */
export function indicatorCode(indicator: JurisdictionIndicator): IndicatorCode {
  const { country, basis, party, verified, proxySuspected } = indicator;
  return { country, basis, ...(party && { party }), verified, proxySuspected };
}

/** The fields of a submission that are not lists of objects, as files of other systems fill them. */
export const CASE_FIELDS = [
  ...(['kind', 'urgency', 'urgencyGrounds', 'crimeAreas', 'capability', 'handling.code', 'handling.text'] as const),
  ...(['evaluation.source', 'evaluation.information', 'tlp', 'legalInstrument', 'transferBasis'] as const),
  ...(['informationAccess', 'answerBy', 'languages', 'incidentAt', 'summary'] as const),
] as const;
export type CaseField = (typeof CASE_FIELDS)[number];

/** The lists of objects, with the fields of one object. */
export const LIST_FIELDS = {
  originReferences: ['system', 'id'],
  indicators: ['country', 'basis', 'party', 'verified', 'proxySuspected', 'observedAt', 'value', 'note'],
  materials: [
    ...(['algorithm', 'value', 'source', 'classification', 'industryClassification'] as const),
    ...(['viewedByReporter', 'publiclyAvailable'] as const),
  ],
  subjects: ['category', 'reference'],
  preservation: ['provider', 'instrument', 'requestedAt', 'endsAt', 'reference'],
  particulars: ['label', 'value'],
} as const satisfies { [List in ListName]: readonly (keyof Submission[List][number])[] };
export type ListName = 'originReferences' | 'indicators' | 'materials' | 'subjects' | 'preservation' | 'particulars';

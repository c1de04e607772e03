/** The enumerations of the domain. Each list says where its words come from; its order is the order on screens. */

/** Europol's and Directive (EU) 2023/977's kinds of exchange; T-CY(2018)11; CETS 224 art. 9; notice and takedown. */
export const KINDS = [
  'case-referral',
  'information-request',
  'own-initiative-information',
  'preservation-request',
  'emergency-disclosure-request',
  'takedown-notice',
] as const;
export type Kind = (typeof KINDS)[number];

/** Directive (EU) 2023/977 knows urgent and other; `emergency` and `informational` are ours. Most urgent first. */
export const URGENCIES = ['emergency', 'urgent', 'standard', 'informational'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Modelled on Directive (EU) 2023/977 art. 4; the last is ours. */
export const URGENCY_GROUNDS = [
  'threat-to-public-security',
  'threat-to-life-or-integrity',
  'deprivation-of-liberty-decision',
  'information-loses-relevance',
  'ongoing-child-abuse',
] as const;
export type UrgencyGround = (typeof URGENCY_GROUNDS)[number];

/** Europol's list of forms of child sexual exploitation. */
export const CRIME_AREAS = [
  'csam-distribution',
  'grooming-solicitation',
  'sexual-extortion',
  'live-streamed-abuse',
  'csam-production',
  'child-trafficking',
  'other',
] as const;
export type CrimeArea = (typeof CRIME_AREAS)[number];

/** The WeProtect Model National Response: what a country must be able to do. These a referral can ask for. */
export const CAPABILITIES = [
  'investigation',
  'victim-identification',
  'safeguarding',
  'victim-support',
  'offender-management',
  'content-removal',
  'data-preservation',
  'prosecution',
  'reporting-hotline',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** The whole capability registry: a country may also be known for these, but no referral can ask for them. */
export const REGISTRY_CAPABILITIES = [...CAPABILITIES, 'prevention', 'awareness', 'legislation'] as const;
export type RegistryCapability = (typeof REGISTRY_CAPABILITIES)[number];
export const CAPABILITY_LEVELS = ['none', 'partial', 'full'] as const;
export type CapabilityLevel = (typeof CAPABILITY_LEVELS)[number];

/** The stakeholders of the WeProtect Model National Response. */
export const AGENCY_TYPES = [
  'law-enforcement',
  'judicial',
  'government',
  'child-protection',
  'non-profit',
  'industry',
  'international-organisation',
] as const;
export type AgencyType = (typeof AGENCY_TYPES)[number];

/** Directive (EU) 2016/680 chapter V: on what a transfer to a recipient outside the EU may rest. */
export const TRANSFER_BASES = ['within-eu', 'adequacy', 'appropriate-safeguards', 'derogation'] as const;
export type TransferBasis = (typeof TRANSFER_BASES)[number];

/** Europol handling codes: H0 under the rules, H1 not in judicial proceedings, H2 no dissemination, H3 other. */
export const HANDLING_CODES = ['H0', 'H1', 'H2', 'H3'] as const;
export type HandlingCode = (typeof HANDLING_CODES)[number];

/** Regulation (EU) 2016/794 art. 29: the source, then the information. */
export const SOURCE_EVALUATIONS = ['A', 'B', 'C', 'X'] as const;
export type SourceEvaluation = (typeof SOURCE_EVALUATIONS)[number];
export const INFORMATION_EVALUATIONS = ['1', '2', '3', '4'] as const;
export type InformationEvaluation = (typeof INFORMATION_EVALUATIONS)[number];

/** FIRST Traffic Light Protocol 2.0, strictest first. */
export const TLPS = ['red', 'amber+strict', 'amber', 'green', 'clear'] as const;
export type Tlp = (typeof TLPS)[number];

/** The instrument that a referral rests on, where it rests on one: it decides which clocks are statutory. */
export const LEGAL_INSTRUMENTS = [
  'directive-2023-977',
  'eio-directive-2014-41',
  'e-evidence-regulation-2023-1543',
  'budapest-convention',
  'cets-224',
  'national-law',
  'none',
] as const;
export type LegalInstrument = (typeof LEGAL_INSTRUMENTS)[number];

export const CONTACT_POINT_TYPES = [
  'national-contact-point',
  'spoc',
  'europol-national-unit',
  'interpol-ncb',
  'budapest-24-7',
  'liaison-attache',
  'inhope-hotline',
  'child-protection',
  'judicial',
  'industry-trust-and-safety',
] as const;
export type ContactPointType = (typeof CONTACT_POINT_TYPES)[number];

/** Modelled on Directive (EU) 2023/977 art. 6, and the field. */
export const DECLINE_GROUNDS = [
  'information-not-available',
  'request-defective',
  'authorisation-refused',
  'national-security',
  'jeopardises-investigation-or-safety',
  'harm-to-legal-person',
  'minor-or-no-offence',
  'third-party-consent-missing',
  'no-jurisdiction',
  'duplicate',
  'insufficient-information',
  'data-expired',
  'other',
] as const;
export type DeclineGround = (typeof DECLINE_GROUNDS)[number];

/**
 * Grounds on which another desk of the same country would decide no differently: nobody further down the chain is
 * asked. Every other ground speaks only of the desk that gave it.
 */
export const MATTER_ENDING_GROUNDS: readonly DeclineGround[] = [
  'authorisation-refused',
  'national-security',
  'jeopardises-investigation-or-safety',
  'minor-or-no-offence',
  'duplicate',
  'data-expired',
];

/** What became of it; ours. */
export const OUTCOMES = [
  'case-opened',
  'linked-to-existing-case',
  'victim-identified',
  'victim-safeguarded',
  'suspect-identified',
  'arrest',
  'prosecution',
  'content-removed',
  'data-preserved',
  'information-provided',
  'not-illegal-under-national-law',
  'not-actionable',
  'no-further-action',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why nothing can be done with it: with the outcome `not-actionable`, and as the ground of a rejection at intake. */
export const NOT_ACTIONABLE_REASONS = [
  'no-location',
  'no-identifier',
  'no-timestamp',
  'old-data',
  'proxy',
  'no-file-viewed',
  'duplicate',
  'out-of-scope',
] as const;
export type NotActionableReason = (typeof NOT_ACTIONABLE_REASONS)[number];

/** Directive (EU) 2016/680 art. 6. */
export const SUBJECT_CATEGORIES = ['suspect', 'convicted', 'victim', 'witness', 'contact', 'other'] as const;
export type SubjectCategory = (typeof SUBJECT_CATEGORIES)[number];

export const HASH_ALGORITHMS = ['md5', 'sha1', 'sha256', 'sha512', 'pdq', 'photodna', 'other'] as const;
export type HashAlgorithm = (typeof HASH_ALGORITHMS)[number];

export const CLASSIFICATIONS = ['baseline', 'nationally-illegal', 'not-illegal', 'unclassified'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** The industry's classification of files, as in NCMEC's CyberTipline schema (`fileClassification`). */
export const INDUSTRY_CLASSIFICATIONS = ['A1', 'A2', 'B1', 'B2'] as const;
export type IndustryClassification = (typeof INDUSTRY_CLASSIFICATIONS)[number];

/** What ties a case to a country; the weights are in `routing/weights.json`. */
export const INDICATOR_BASES = [
  'ip-geolocation',
  'estimated-location',
  'phone-prefix',
  'postal-address',
  'hosting-location',
  'legal-process',
  'prior-report',
  'victim-location',
  'suspect-location',
  'nationality',
  'language',
  'manual',
] as const;
export type IndicatorBasis = (typeof INDICATOR_BASES)[number];

/** How people say that referrals belong together; that one may be another is found, never given. */
export const GIVEN_LINK_KINDS = ['related', 'same-series', 'same-victim'] as const;
export const LINK_KINDS = [...GIVEN_LINK_KINDS, 'possible-duplicate'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** Directive (EU) 2016/680 art. 25 (logging), and ours from `refused-attempt` on. */
export const AUDIT_OPERATIONS = [
  'collection',
  'alteration',
  'consultation',
  'disclosure',
  'transfer',
  'combination',
  'erasure',
  'refused-attempt',
  'clock',
  'sign-in',
  'key',
] as const;
export type AuditOperation = (typeof AUDIT_OPERATIONS)[number];

/** The clocks of `domain.md`; their amounts are data, in the clock policy. */
export const CLOCK_NAMES = [
  'triage',
  'acknowledge',
  'decide',
  'outcome',
  'clarification',
  'consent-onward',
  'closure-approval',
] as const;
export type ClockName = (typeof CLOCK_NAMES)[number];

/** ISO 3166-1 alpha-2, upper case. */
export type Country = string;
/** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` gives it: instants compare as text. */
export type Instant = string;
/** Names a row of encrypted particulars; the words themselves never leave the database but for a reader. */
export type TextId = string;

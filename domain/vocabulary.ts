/** The enumerations of the domain, each with its source. Screens show the values in the order of the list. */

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

/** Directive (EU) 2023/977 has urgent and other requests; the others are our own. Most urgent first. */
export const URGENCIES = ['emergency', 'urgent', 'standard', 'informational'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Modelled on Directive (EU) 2023/977 art. 4; the last is our own. */
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

/** Capabilities that a referral can request, from the WeProtect Model National Response. */
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

/** All capabilities of the registry; a referral cannot request the additional ones. */
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

/** Legal bases for a transfer to a recipient outside the EU: Directive (EU) 2016/680 chapter V. */
export const TRANSFER_BASES = ['within-eu', 'adequacy', 'appropriate-safeguards', 'derogation'] as const;
export type TransferBasis = (typeof TRANSFER_BASES)[number];

/** Europol handling codes: H0 under the rules, H1 not in judicial proceedings, H2 no dissemination, H3 other. */
export const HANDLING_CODES = ['H0', 'H1', 'H2', 'H3'] as const;
export type HandlingCode = (typeof HANDLING_CODES)[number];

/** Evaluation of the source, then of the information: Regulation (EU) 2016/794 art. 29. */
export const SOURCE_EVALUATIONS = ['A', 'B', 'C', 'X'] as const;
export type SourceEvaluation = (typeof SOURCE_EVALUATIONS)[number];
export const INFORMATION_EVALUATIONS = ['1', '2', '3', '4'] as const;
export type InformationEvaluation = (typeof INFORMATION_EVALUATIONS)[number];

/** FIRST Traffic Light Protocol 2.0, strictest first. */
export const TLPS = ['red', 'amber+strict', 'amber', 'green', 'clear'] as const;
export type Tlp = (typeof TLPS)[number];

/** The legal instrument of a referral; it decides which clocks are statutory. */
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

/** Directive (EU) 2023/977 art. 5(1): whether the contact point can read the information itself. */
export const INFORMATION_ACCESS = ['direct', 'indirect'] as const;
export type InformationAccess = (typeof INFORMATION_ACCESS)[number];

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

/** Modelled on Directive (EU) 2023/977 art. 6, with additions from practice. */
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

/** Grounds that every desk of a country would give: the next on the fallback chain does not get the referral. */
export const MATTER_ENDING_GROUNDS: readonly DeclineGround[] = [
  'authorisation-refused',
  'national-security',
  'jeopardises-investigation-or-safety',
  'minor-or-no-offence',
  'duplicate',
  'data-expired',
];

/** Why a recipient extends a deadline. The first is the departure of Directive (EU) 2023/977 art. 5(2); the others are our own. */
export const EXTENSION_REASONS = ['judicial-authorisation', 'third-party', 'complexity', 'other'] as const;
export type ExtensionReason = (typeof EXTENSION_REASONS)[number];

/** Outcomes; our own list. */
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

/** Reasons for the outcome `not-actionable`, and grounds for rejection at intake. */
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

/** The kinds of evidence that tie a case to a country; `routing/weights.json` contains their weights. */
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

/** The person whose place an indicator is evidence of. Addresses of reporters and providers are no indicators. */
export const INDICATOR_PARTIES = ['suspect', 'victim'] as const;
export type IndicatorParty = (typeof INDICATOR_PARTIES)[number];

/** Kinds of links that people set. Only the engine sets `possible-duplicate`. */
export const GIVEN_LINK_KINDS = ['related', 'same-series', 'same-victim'] as const;
export const LINK_KINDS = [...GIVEN_LINK_KINDS, 'possible-duplicate'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** From Directive (EU) 2016/680 art. 25 (logging); our own from `refused-attempt` on. */
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

/** ISO 3166-1 alpha-2, upper case. */
export type Country = string;
/** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` returns it. Instants can be compared as text. */
export type Instant = string;
/** The id of a row of encrypted particulars. The text itself leaves the database only when a person reads it. */
export type TextId = string;

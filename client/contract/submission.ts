/** The JSON format of a submission, which `liaise submit` accepts and `liaise schema referral` prints. */

import { z } from 'zod';
import { countryFault, indicatorCountryFault, resolveIndicatorCountry } from '../../domain/countries.ts';
import { hashValue, isHashValue, withoutColons } from '../../domain/guard/hash-value.ts';
import { mustBe } from '../../domain/input-messages.ts';
import { toInstant } from '../../domain/instant.ts';
import type { Submission } from '../../domain/submission.ts';
import {
  CAPABILITIES,
  CLASSIFICATIONS,
  CRIME_AREAS,
  HANDLING_CODES,
  HASH_ALGORITHMS,
  type HashAlgorithm,
  INDICATOR_BASES,
  INDICATOR_PARTIES,
  INDUSTRY_CLASSIFICATIONS,
  INFORMATION_ACCESS,
  INFORMATION_EVALUATIONS,
  KINDS,
  LEGAL_INSTRUMENTS,
  SOURCE_EVALUATIONS,
  SUBJECT_CATEGORIES,
  TLPS,
  TRANSFER_BASES,
  URGENCIES,
  URGENCY_GROUNDS,
} from '../../domain/vocabulary.ts';

/** ISO 8601 with an offset; stored in UTC with milliseconds. */
export const instant = z.iso
  .datetime({
    offset: true,
    abort: true,
    error: mustBe('must be a date and time with an offset, for example 2026-11-24T14:00:00+01:00'),
  })
  .overwrite((text) => new Date(text).toISOString())
  .refine((text) => toInstant(text) !== null, { error: 'must be in the years 0001 to 9999 in UTC', abort: true })
  .describe('ISO 8601 date and time with an offset, for example 2026-11-24T14:00:00+01:00');

const DAY_MS = 86_400_000;

/**
 * The latest instant of something that has happened, in milliseconds since 1970. One day is allowed for clocks and time zones
 * that are set wrongly.
 */
export function latestPast(): number {
  return Date.now() + DAY_MS;
}

const pastInstant = instant.refine(
  (text) => Date.parse(text) <= latestPast(),
  'must not be in the future; check the year',
);

/** A calendar day in any time zone. */
export const isoDay = z.iso
  .date({ error: mustBe('must be a date, for example 2026-11-24'), abort: true })
  .refine((text) => text >= '2000' && text < '2101', 'must be in the years 2000 to 2100');

/** The local time at which an agency closes on a half day. */
export const closingTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A country by its code. `XR` becomes null: the directory lists international organisations under it. */
export const country = codeOf(/^[A-Z]{2}$/, (code) => (code === 'XR' ? null : countryFault(code))).describe(
  'ISO 3166-1 alpha-2, for example NL; XR for international organisations',
);

function codeOf(pattern: RegExp, faultOf: (code: string) => string | null) {
  return z
    .string()
    .regex(pattern, { error: 'must be two capital letters (ISO 3166-1 alpha-2)', abort: true })
    .superRefine((code, context) => {
      const message = faultOf(code);
      if (message) context.addIssue({ code: 'custom', message });
    });
}

export const freeText = visibleText(20_000);
/** One line of text. */
export const short = visibleText(500);

/** @param max in characters. */
function visibleText(max: number) {
  const text = z.string().trim().min(1, { abort: true }).max(max);
  return text.refine((value) => VISIBLE.test(value), 'must have visible characters');
}

/** Any character but spaces, controls, combining marks, zero-width characters and the empty braille pattern. */
const VISIBLE = /[^\p{Z}\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** ISO 639-1. */
export const languageCode = z.string().regex(/^[a-z]{2}$/, 'must be an ISO 639-1 code, for example en');

export const originReference = z.strictObject({ system: short, id: short });

/** An agency's own number of a case. */
export const ownReference = visibleText(200);

const indicatorFields = z.strictObject({
  country: codeOf(/^(?:[A-Z]{2}|A1|A2|O1)$/, indicatorCountryFault)
    .nullable()
    .describe(
      'null if the indicator names no country; give the reason in "note". Codes such as A1 or EU become null, with a note',
    ),
  basis: z.enum(INDICATOR_BASES),
  party: z
    .enum(INDICATOR_PARTIES)
    .exactOptional()
    .describe('the person whose place it is evidence of, if that is known'),
  verified: z.boolean().default(false),
  proxySuspected: z.boolean().default(false),
  observedAt: pastInstant.exactOptional(),
  value: short.exactOptional(),
  note: short.exactOptional(),
});

export const indicator = indicatorFields.overwrite(resolveIndicatorCountry);

/** What a hash value of each algorithm must be. */
const HASH_FORMS: Readonly<Record<HashAlgorithm, string>> = {
  md5: 'must be 32 hex digits for md5',
  sha1: 'must be 40 hex digits for sha1',
  sha256: 'must be 64 hex digits for sha256',
  sha512: 'must be 128 hex digits for sha512',
  pdq: 'must be 64 hex digits for pdq',
  photodna: 'must be a PhotoDNA hash: 144 numbers with commas, 288 hex digits, or base64 of 144 bytes',
  other: 'must be a hash value of 4 to 64 bytes in hex or base64, and no text',
};

const HASH_FORMS_BEYOND_HEX: readonly HashAlgorithm[] = ['photodna', 'other'];

export const material = z
  .strictObject({
    algorithm: z.enum(HASH_ALGORITHMS),
    value: z.string().trim().min(1).max(2_000).overwrite(withoutColons),
    source: short,
    classification: z.enum(CLASSIFICATIONS).default('unclassified'),
    industryClassification: z.enum(INDUSTRY_CLASSIFICATIONS).exactOptional(),
    viewedByReporter: z.boolean().exactOptional(),
    publiclyAvailable: z.boolean().exactOptional(),
  })
  .superRefine(({ algorithm, value }, context) => {
    const isHex = /^[0-9a-f]+$/i.test(value);
    if (isHashValue(algorithm, value) && (isHex || HASH_FORMS_BEYOND_HEX.includes(algorithm))) return;
    context.addIssue({ code: 'custom', path: ['value'], message: HASH_FORMS[algorithm] });
  })
  .overwrite((reference) => ({
    ...reference,
    value: hashValue(reference.algorithm, reference.value) ?? reference.value,
  }));

export const particularsEntry = z.strictObject({ label: short, value: freeText });

const preservationEntry = z
  .strictObject({
    provider: short,
    instrument: z.enum(LEGAL_INSTRUMENTS).default('none'),
    requestedAt: pastInstant.exactOptional(),
    endsAt: instant.exactOptional(),
    reference: short.exactOptional(),
  })
  .refine(({ requestedAt, endsAt }) => !requestedAt || !endsAt || requestedAt <= endsAt, {
    error: 'must not be before requestedAt',
    path: ['endsAt'],
  });

export const submission: z.ZodType<Submission> = z.strictObject({
  kind: z.enum(KINDS),
  urgency: z.enum(URGENCIES).default('standard'),
  urgencyGrounds: z.array(z.enum(URGENCY_GROUNDS)).max(5).default([]),
  crimeAreas: z.array(z.enum(CRIME_AREAS)).min(1).max(7),
  capability: z.enum(CAPABILITIES).default('investigation'),
  handling: z
    .strictObject({ code: z.enum(HANDLING_CODES), text: short.exactOptional() })
    .refine(({ code, text }) => code !== 'H3' || text !== undefined, {
      error: 'is required with handling code H3',
      path: ['text'],
    })
    .default({ code: 'H0' }),
  evaluation: z
    .strictObject({ source: z.enum(SOURCE_EVALUATIONS), information: z.enum(INFORMATION_EVALUATIONS) })
    .default({ source: 'X', information: '4' }),
  tlp: z.enum(TLPS).default('amber'),
  legalInstrument: z.enum(LEGAL_INSTRUMENTS).default('none'),
  transferBasis: z.enum(TRANSFER_BASES).exactOptional(),
  informationAccess: z
    .enum(INFORMATION_ACCESS)
    .exactOptional()
    .describe('For a request for information: whether the contact point can read it itself. Absent counts as indirect'),
  answerBy: instant
    .exactOptional()
    .describe('When an answer is needed. It shortens deadlines as far as the clock policies permit'),
  languages: z.array(languageCode).min(1).max(10).default(['en']),
  incidentAt: pastInstant.exactOptional(),
  originReferences: z.array(originReference).max(20).default([]),
  indicators: z.array(indicator).max(500).default([]),
  materials: z.array(material).max(5_000).default([]),
  subjects: z
    .array(z.strictObject({ category: z.enum(SUBJECT_CATEGORIES), reference: short }))
    .max(500)
    .default([]),
  preservation: z.array(preservationEntry).max(100).default([]),
  summary: freeText.describe(
    'A summary of the case as free text. It is encrypted, and never in e-mails, logs or Temporal.',
  ),
  particulars: z.array(particularsEntry).max(5_000).default([]),
});

/** Acts as requests: free text in clear, contact points and other referrals by id or reference number. */

import { z } from 'zod';
import { REVERSIBLE_ACTS } from '../../domain/acts.ts';
import { EXTENSIBLE_CLOCKS } from '../../domain/clocks/clock-names.ts';
import {
  CAPABILITIES,
  DECLINE_GROUNDS,
  EXTENSION_REASONS,
  GIVEN_LINK_KINDS,
  NOT_ACTIONABLE_REASONS,
  OUTCOMES,
  URGENCIES,
  URGENCY_GROUNDS,
} from '../../domain/vocabulary.ts';
import {
  country,
  freeText,
  indicator,
  instant,
  languageCode,
  material,
  originReference,
  ownReference,
  particularsEntry,
  short,
} from './submission.ts';

const recipientId = z
  .string()
  .regex(/^r\d+$/, 'must be a recipient of the referral, for example r1')
  .describe('Id of the recipient, as `status` shows it');
const id = z.string().trim().min(1).max(100);
const contactPoint = id.describe('Id of a contact point, as `directory` shows it');
const reference = id.describe('Reference number of another referral, for example XR-2026-000123');
const text = freeText;
const optionalText = freeText.exactOptional();
const optionalOwnReference = ownReference
  .exactOptional()
  .describe("The agency's own number of the case; no other agency sees it");

function act<T extends string, S extends z.ZodRawShape>(type: T, shape: S) {
  return z.strictObject({ type: z.literal(type), ...shape });
}

/** The content of a supplement. */
export const addition = z.strictObject({
  summary: freeText,
  indicators: z.array(indicator).max(500).default([]),
  originReferences: z.array(originReference).max(20).default([]),
  materials: z.array(material).max(5_000).default([]),
  particulars: z.array(particularsEntry).max(5_000).default([]),
});

/** One schema for each act type, except `submit` (`submission.ts`). */
export const actRequest = z.discriminatedUnion('type', [
  act('supplement', { addition }),
  act('take', {}),
  act('assign', { personId: id }),
  act('set-own-reference', {
    ownReference: ownReference.describe("The agency's own number of the case; no other agency sees it"),
  }),
  act('add-note', { text }),
  act('take-back', { act: z.enum(REVERSIBLE_ACTS).describe('Which act; it must be the last one') }),
  act('ask-information', {
    recipientId: recipientId.exactOptional(),
    text,
    language: languageCode.exactOptional().describe('The language in which the answer is needed, ISO 639-1'),
  }),
  act('answer-information', {
    questionId: z.string().regex(/^q\d+$/, 'must be a question, for example q1'),
    text,
    language: languageCode
      .exactOptional()
      .describe(
        'Required if the question needs a language. If the answer is in another one, a translation is asked for',
      ),
  }),
  act('ask-translation', {
    recipientId: recipientId
      .exactOptional()
      .describe('The recipient that asks; or that is asked, if `of` is recipient'),
    of: z.enum(['sender', 'coordinator', 'recipient']).describe('The party that must translate'),
    languages: z.array(languageCode).min(1).max(5).describe('One of them is enough'),
    text: freeText.exactOptional().describe('What is to be translated'),
  }),
  act('deliver-translation', {
    translationId: z.string().regex(/^t\d+$/, 'must be a translation, for example t1'),
    language: languageCode.describe('The language of the translation'),
    text: freeText.describe('The translation'),
  }),
  act('record-oral-request', {
    requestedBy: short.describe('Who asked: name, function and agency'),
    requestedOf: short.describe('Who was asked: name, function and agency'),
    requestedAt: instant.describe('When it was made; not in the future'),
    text: freeText.describe('What was asked for'),
  }),
  act('confirm-oral-request', { text }),
  act('reject-at-intake', { ground: z.enum(NOT_ACTIONABLE_REASONS), text: optionalText }),
  act('mark-duplicate', { other: reference }),
  act('file-informational', { text: optionalText }),
  act('complete-triage', {
    urgency: z.enum(URGENCIES),
    urgencyGrounds: z.array(z.enum(URGENCY_GROUNDS)).default([]),
    countries: z.array(country).max(50).default([]),
    capability: z.enum(CAPABILITIES),
    contactPoints: z.array(contactPoint).max(20).default([]),
    text: optionalText,
  }),
  act('reopen-triage', { text: optionalText }),
  act('assign-recipient', { contactPoint, replaces: recipientId.exactOptional(), text }),
  act('add-country', { country, text }),
  act('set-lead', { recipientId }),
  act('acknowledge', { recipientId }),
  act('accept', { recipientId, ownReference: optionalOwnReference }),
  act('decline', { recipientId, ground: z.enum(DECLINE_GROUNDS), text: optionalText }),
  act('extend', {
    recipientId,
    clock: z.enum(EXTENSIBLE_CLOCKS),
    amount: z.int().min(1).max(1_000).describe('In the unit of the clock: hours or days'),
    reason: z.enum(EXTENSION_REASONS).exactOptional(),
    estimateAt: instant.exactOptional(),
    text: optionalText,
  }),
  act('report-preservation', { recipientId, text: freeText.describe('Which data is preserved, and where') }),
  act('confirm-production', { recipientId, text: freeText.describe('Date and number of the production request') }),
  act('refer-onward', { recipientId, contactPoint, text }),
  act('consent-onward', { recipientId }),
  act('refuse-onward', { recipientId, text }),
  act('report-outcome', {
    recipientId,
    outcome: z.enum(OUTCOMES),
    final: z.boolean().default(true),
    because: z.enum(NOT_ACTIONABLE_REASONS).exactOptional(),
    text: optionalText,
    ownReference: optionalOwnReference,
  }),
  act('correct-outcome', {
    recipientId,
    outcome: z.enum(OUTCOMES),
    because: z.enum(NOT_ACTIONABLE_REASONS).exactOptional(),
    text,
  }),
  act('recall', { recipientId, text }),
  act('confirm-recall', { recipientId }),
  act('withdraw', { text }),
  act('propose-closure', { text: optionalText }),
  act('approve-closure', {}),
  act('return-closure', { text }),
  act('reopen', { text }),
  act('raise-hash-limit', { max: z.int().min(1).max(5_000), text }),
  act('link', { other: reference, kind: z.enum(GIVEN_LINK_KINDS) }),
  act('order-erasure', { text }),
  act('retain', { until: instant.describe('When it is reviewed again; at most three years from now'), text }),
  act('place-legal-hold', { text }),
  act('lift-legal-hold', { text }),
  act('erase', {}),
  act('confirm-erasure', { recipientId }),
]);

/** The request of an act, as every entry point accepts it. */
export type ActRequest = z.output<typeof actRequest>;
/** The request of one type of act. */
export type ActRequestOf<T extends ActRequest['type']> = Extract<ActRequest, { type: T }>;

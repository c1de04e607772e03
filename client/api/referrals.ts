/** Reading referrals: lists, one referral, its timeline, its clocks and its particulars. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { STATED_BY_CODE } from '../../domain/reading-purposes.ts';
import { clocksAnswer } from '../contract/answers/clock.ts';
import {
  duplicatesAnswer,
  listAnswer,
  particularsAnswer,
  timelineAnswer,
} from '../contract/answers/lists-and-readings.ts';
import { referralAnswer } from '../contract/answers/referral.ts';
import { freeText } from '../contract/submission.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { matchesIfNoneMatch } from '../http/entity-tags.ts';
import { principalOf } from '../http/identity/principal.ts';
import { readsBeyondAllowance } from '../http/identity/step-up.ts';
import { acceptedLanguage } from '../http/language.ts';
import { renderWithCodes } from '../i18n/render-sentence.ts';
import { withEntryNumbers } from '../queries/entry-numbers.ts';
import { explainedClocks } from '../queries/explained-clocks.ts';
import { listReferrals } from '../queries/list.ts';
import { listAddress } from '../queries/list-address.ts';
import { possibleDuplicates } from '../queries/possible-duplicates.ts';
import { statedBy } from '../queries/read-particulars.ts';
import { timelineOf } from '../queries/timeline.ts';
import { jsonAnswer, REFUSALS } from './document.ts';
import { entityTag, referralAnswerOf } from './referral-answer.ts';

/** The reference number or id of a referral in an address. */
export const referralParams = z.strictObject({
  ref: z
    .string()
    .regex(/^[\w-]{1,100}$/)
    .describe('Reference number or id, for example XR-2026-000123'),
});

const listQuery = listAddress.strict();

/** Registers the routes that read referrals. */
export function referralRoutes(app: FastifyInstance, deps: HttpDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, reader } = deps;

  api.get(
    '/referrals',
    {
      schema: {
        operationId: 'listReferrals',
        tags: ['referrals'],
        summary: "The referrals of the caller's agency",
        description: 'Filtered and sorted. A referral must match every filter. `next` is the cursor of the next page.',
        querystring: listQuery,
        response: { 200: jsonAnswer(listAnswer, 'One page'), ...REFUSALS },
      },
    },
    async (request) => {
      const { sort = 'changed', order = 'desc', limit = 50, ...filter } = request.query;
      const { person } = principalOf(request);
      const { rows, total, next } = await listReferrals({ db }, person, { ...{ sort, order, limit }, ...filter });
      return { referrals: await withEntryNumbers(db, person, rows), total, ...(next !== undefined && { next }) };
    },
  );

  api.get(
    '/referrals/:ref',
    {
      schema: {
        operationId: 'readReferral',
        tags: ['referrals'],
        summary: 'One referral, as the caller may see it',
        description:
          'Send its entity tag as If-Match with an act: if the referral has changed since, the act is refused.',
        params: referralParams,
        response: {
          200: jsonAnswer(referralAnswer, 'The referral'),
          304: z.undefined().describe('Unchanged: it has the tag in If-None-Match'),
          ...REFUSALS,
        },
      },
    },
    async (request, reply) => {
      const { person } = principalOf(request);
      const view = await reader.status(person, request.params.ref);
      const answer = referralAnswerOf(view, person, new Date().toISOString());
      const tag = entityTag(answer, view.referral);
      reply.header('etag', tag);
      return matchesIfNoneMatch(request.headers['if-none-match'], tag) ? reply.code(304).send() : answer;
    },
  );

  api.get(
    '/referrals/:ref/timeline',
    {
      schema: {
        operationId: 'readTimeline',
        tags: ['referrals'],
        summary: 'What happened to a referral, in order',
        params: referralParams,
        response: { 200: jsonAnswer(timelineAnswer, 'Acts, clocks and letters'), ...REFUSALS },
      },
    },
    async (request) => {
      const { referral, journal, letters } = await reader.status(principalOf(request).person, request.params.ref);
      const entries = timelineOf(journal, letters).map(({ said, ...entry }) => ({
        ...entry,
        text: renderWithCodes(said),
      }));
      return { reference: referral.reference, entries };
    },
  );

  api.get(
    '/referrals/:ref/possible-duplicates',
    {
      schema: {
        operationId: 'readPossibleDuplicates',
        tags: ['referrals'],
        summary: 'Referrals that share origin references, hash values or files with a referral',
        description:
          'For officers and supervisors of the coordinating agency; empty for everyone else. At most 20, those that share most first.',
        params: referralParams,
        response: { 200: jsonAnswer(duplicatesAnswer, 'Possible duplicates, and what they share'), ...REFUSALS },
      },
    },
    async (request) => {
      const { person } = principalOf(request);
      const { referral } = await reader.status(person, request.params.ref);
      const found = (await possibleDuplicates(db, person, [referral])).get(referral.id) ?? [];
      return { reference: referral.reference, possibleDuplicates: [...found] };
    },
  );

  api.get(
    '/referrals/:ref/clocks',
    {
      schema: {
        operationId: 'readClocks',
        tags: ['referrals'],
        summary: 'The clocks of a referral, with every minute explained',
        description: 'The texts are in the language of Accept-Language; without it, in English.',
        params: referralParams,
        response: { 200: jsonAnswer(clocksAnswer, 'The clocks that the caller may see'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const language = acceptedLanguage(request);
      reply.header('content-language', language).header('vary', 'accept-language');
      return explainedClocks(deps, await reader.status(principalOf(request).person, request.params.ref), language);
    },
  );

  api.post(
    '/referrals/:ref/particulars',
    {
      bodyLimit: 256 * 1024,
      config: { stepUp: readsBeyondAllowance },
      schema: {
        operationId: 'readParticulars',
        tags: ['referrals'],
        summary: 'The particulars of a referral, for a purpose',
        description: `The reading and its purpose are written to the audit log first. A purpose is one of ${STATED_BY_CODE}, or a text.`,
        params: referralParams,
        body: z.strictObject({
          purpose: freeText,
          further: freeText
            .exactOptional()
            .describe(
              'Why more referrals must be read than the reading allowance permits. It requires a recent authentication (RFC 9470)',
            ),
          emergency: z
            .boolean()
            .exactOptional()
            .describe('Reads in an emergency, with the purpose as text: a second person reviews the reading'),
        }),
        response: { 200: jsonAnswer(particularsAnswer, 'The particulars that the caller may read'), ...REFUSALS },
      },
    },
    async (request) => {
      const { person } = principalOf(request);
      const { referral, said } = await reader.particulars(person, request.params.ref, statedBy(request.body));
      const { handlingCode, tlp } = referral.facts;
      return { reference: referral.reference, handlingCode, tlp, said };
    },
  );
}

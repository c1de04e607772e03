/** One resource for each act: its fields are the body, and the lifecycle table says who may send it and when. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { disclose } from '../../domain/disclosure.ts';
import { ReferralError } from '../../domain/errors.ts';
import { LIFECYCLE } from '../../domain/lifecycle.ts';
import type { Person } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import { actRequest } from '../contract/acts.ts';
import { receiptAnswer } from '../contract/answers/receipt.ts';
import { parse } from '../contract/parse.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { jsonAnswer, REFUSALS } from './document.ts';
import { idempotencyHeaders, idempotencyKeyOf, personalKeyOf } from './idempotency-key.ts';
import { answerOf, entityTag, matchesIfMatch } from './referral-answer.ts';
import { referralParams } from './referrals.ts';

const actHeaders = idempotencyHeaders.extend({
  'if-match': z
    .string()
    .max(2_000)
    .exactOptional()
    .describe(
      'Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412)',
    ),
});

/** The longest reason with every character escaped. Supplements may be larger. */
const MAX_BODY_BYTES = 256 * 1024;

export function actRoutes(app: FastifyInstance, deps: HttpDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  for (const schema of actRequest.options) {
    const { type: name, ...fields } = schema.shape;
    const type = name.value;
    const rows = LIFECYCLE.filter(({ act }) => act === type);
    api.post(
      `/referrals/:ref/acts/${type}`,
      {
        ...(type !== 'supplement' && { bodyLimit: MAX_BODY_BYTES }),
        schema: {
          operationId: type,
          tags: ['acts'],
          summary: `${type}: ${rows[0]?.effect ?? ''}`,
          description: rows
            .map(({ who, from }) => `${who.map(partyText).join(' or ')}, from ${from.join(', ')}`)
            .join('; '),
          params: referralParams,
          headers: actHeaders,
          body: z.strictObject(fields),
          response: { 200: jsonAnswer(receiptAnswer, 'The act is recorded'), ...REFUSALS },
        },
      },
      async (request, reply) => {
        const { person } = principalOf(request);
        const act = parse(actRequest, { ...Object(request.body), type });
        const key = personalKeyOf(request, idempotencyKeyOf(request, reply));
        const { 'if-match': tags = '*' } = request.headers;
        const isAny = tags.trim() === '*';
        const check = isAny ? {} : { check: (current: Referral) => assertUnchanged(current, person, tags) };
        return deps.engine.perform(person, request.params.ref, act, { key, sent: request.sentBody, ...check });
      },
    );
  }
}

/** @throws ReferralError CHANGED_MEANWHILE if none of `tags`, an If-Match header, is that of the referral. */
function assertUnchanged(referral: Referral, person: Person, tags: string): void {
  const answer = answerOf(disclose(referral, person).referral, person, new Date().toISOString());
  if (matchesIfMatch(tags, entityTag(answer))) return;
  throw new ReferralError(
    'CHANGED_MEANWHILE',
    'The referral has changed since you read it. Read it again, then decide.',
    'If-Match',
  );
}

function partyText(party: (typeof LIFECYCLE)[number]['who'][number]): string {
  return party === 'engine' ? 'the engine' : `${party.roles.join(' or ')} of the ${party.relation}`;
}

/** One resource an act: its fields are the body, the lifecycle table says who may send it when. */

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
import { answers, REFUSALS } from './document.ts';
import { idempotencyKeyOf, keyHeader, personalKeyOf } from './idempotency-key.ts';
import { answerOf } from './referral-answer.ts';
import { named } from './referrals.ts';
import { fits, tagOf } from './tag.ts';

const actHeaders = keyHeader.extend({
  'if-match': z
    .string()
    .max(2_000)
    .exactOptional()
    .describe('Entity tag of the referral as the caller has seen it: refused (412) where it is not so any more'),
});

/** A reason at its longest, every character escaped. Supplements bring more. */
const MOST_BYTES = 256 * 1024;

export function actRoutes(app: FastifyInstance, deps: HttpDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  for (const schema of actRequest.options) {
    const { type: name, ...fields } = schema.shape;
    const type = name.value;
    const rows = LIFECYCLE.filter(({ act }) => act === type);
    api.post(
      `/referrals/:ref/acts/${type}`,
      {
        ...(type !== 'supplement' && { bodyLimit: MOST_BYTES }),
        schema: {
          operationId: type,
          tags: ['acts'],
          summary: `${type}: ${rows[0]?.effect ?? ''}`,
          description: rows
            .map(({ who, from }) => `${who.map(partyWords).join(' or ')}, from ${from.join(', ')}`)
            .join('; '),
          params: named,
          headers: actHeaders,
          body: z.strictObject(fields),
          response: { 200: answers(receiptAnswer, 'Done and recorded'), ...REFUSALS },
        },
      },
      async (request, reply) => {
        const { person } = principalOf(request);
        const act = parse(actRequest, { ...Object(request.body), type });
        const key = personalKeyOf(request, idempotencyKeyOf(request, reply));
        const { 'if-match': seen = '*' } = request.headers;
        const isAny = seen.trim() === '*';
        const check = isAny ? {} : { check: (now: Referral) => assertAsSeen(now, person, seen) };
        return deps.engine.perform(person, request.params.ref, act, { key, sent: request.sentBody, ...check });
      },
    );
  }
}

/** @throws ReferralError CHANGED_MEANWHILE where somebody else, or the engine, acted first. */
function assertAsSeen(referral: Referral, person: Person, seen: string): void {
  const answer = answerOf(disclose(referral, person).referral, person, new Date().toISOString());
  if (fits(seen, tagOf(answer))) return;
  throw new ReferralError(
    'CHANGED_MEANWHILE',
    'The referral is not any more as you have seen it: read it again, then decide.',
    'If-Match',
  );
}

function partyWords(party: (typeof LIFECYCLE)[number]['who'][number]): string {
  return party === 'engine' ? 'the engine' : `${party.roles.join(' or ')} of the ${party.relation}`;
}

/** `GET /erasures`: the recipients that were ordered to erase their copies, for the coordinating desk. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { erasuresAnswer } from '../contract/answers/erasures.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { orderedErasures } from '../queries/erasure-confirmations.ts';
import { jsonAnswer, REFUSALS } from './document.ts';

/** Registers the route. */
export function erasureRoutes(app: FastifyInstance, { db }: HttpDependencies): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/erasures',
    {
      schema: {
        operationId: 'listErasures',
        tags: ['referrals'],
        summary: 'Recipients that must erase their copies, and whether they confirmed it',
        description:
          'For supervisors and data protection officers of the coordinating agency. Those that have not confirmed come first.',
        querystring: z.strictObject({
          open: z.enum(['true', 'false']).default('false').describe('"true" leaves out those that confirmed'),
        }),
        response: { 200: jsonAnswer(erasuresAnswer, 'At most 1,000'), ...REFUSALS },
      },
    },
    async (request) => {
      const openOnly = request.query.open === 'true';
      return { erasures: await orderedErasures({ db }, principalOf(request).person, { openOnly }) };
    },
  );
}

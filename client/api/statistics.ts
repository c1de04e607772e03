/** `GET /statistics`: the requests of a year, as in Directive (EU) 2023/977 art. 18. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { statisticsAnswer } from '../contract/answers/statistics.ts';
import { statisticsQuery } from '../contract/statistics.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { monthsOfYear, readRequestStatistics } from '../queries/request-statistics.ts';
import { jsonAnswer, REFUSALS } from './document.ts';

/** Registers the route. */
export function statisticsRoute(app: FastifyInstance, { db }: HttpDependencies): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/statistics',
    {
      schema: {
        operationId: 'readStatistics',
        tags: ['referrals'],
        summary:
          'Requests of a year by country, urgency, kind and month: granted, refused, in time, and how long they took',
        description:
          'Each figure belongs to the month of its event (UTC), so the figures of a past year never change. Those of other ' +
          "agencies' referrals are not included.",
        querystring: statisticsQuery,
        response: { 200: jsonAnswer(statisticsAnswer, 'The statistics'), ...REFUSALS },
      },
    },
    async (request) => {
      const { year, ...of } = request.query;
      return readRequestStatistics({ db }, principalOf(request).person, { months: monthsOfYear(year), ...of });
    },
  );
}

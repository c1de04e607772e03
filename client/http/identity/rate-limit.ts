/** Limits requests before authentication: for each session, and for each address without one. */

import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Register it after the cookies and before authentication, so that refused requests count too. */
export async function limitUnauthenticatedRequests(
  app: FastifyInstance,
  max: number,
  isExempt: (request: FastifyRequest) => boolean,
): Promise<void> {
  await app.register(fastifyRateLimit, {
    ...{ global: false, max, timeWindow: '1 minute', enableDraftSpec: true, allowList: isExempt },
    // Session cookies cannot be forged. For IPv6, a whole network counts as one address.
    keyGenerator: ({ session, ip }) => session.get('id') ?? fastifyRateLimit.normalizeIP(ip),
  });
  app.addHook('onRequest', app.rateLimit());
}

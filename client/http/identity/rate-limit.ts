/** How often may be asked before it is known who asks: each session is counted, and each address without one. */

import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Among the first hooks, once cookies are opened: what is refused at the door has been counted. */
export async function limitRequests(
  app: FastifyInstance,
  max: number,
  isFree: (request: FastifyRequest) => boolean,
): Promise<void> {
  await app.register(fastifyRateLimit, {
    ...{ global: false, max, timeWindow: '1 minute', enableDraftSpec: true, allowList: isFree },
    // Cookies are sealed: nobody makes up a session to be counted anew. Of IPv6, a network counts as one address.
    keyGenerator: ({ session, ip }) => session.get('id') ?? fastifyRateLimit.normalizeIP(ip),
  });
  app.addHook('onRequest', app.rateLimit());
}

/** Limits requests before authentication. Each kind of request has its own bucket, so that a flood of one stops no other. */

import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { TOKEN_SCHEME } from './bearer.ts';
import { isCalendarRequest } from './request-kind.ts';

/** Counts a refused token by the address that sent it. @throws an error with status 429 beyond the limit. */
export type RefusedTokenLimit = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * Register it after the cookies and before authentication, so that refused requests count too. Requests with a token are
 * counted by their subject, once it is verified; only refused tokens are counted by address.
 */
export async function limitUnauthenticatedRequests(
  app: FastifyInstance,
  max: number,
  isExempt: (request: FastifyRequest) => boolean,
): Promise<RefusedTokenLimit> {
  const isUncounted = (request: FastifyRequest) => isExempt(request) || hasToken(request);
  await app.register(fastifyRateLimit, {
    ...{ global: false, max, timeWindow: '1 minute', enableDraftSpec: true },
    ...{ allowList: isUncounted, keyGenerator: bucketOf },
  });
  app.addHook('onRequest', app.rateLimit());
  const count = app.createRateLimit({ max, timeWindow: '1 minute', allowList: [], keyGenerator: tokenBucketOf });
  return async (request, reply) => {
    const result = await count(request);
    if (result.isAllowed || !result.isExceeded) return;
    reply.header('retry-after', Math.max(1, result.ttlInSeconds));
    throw Object.assign(new Error('Too many requests.'), { statusCode: 429 });
  };
}

/** Session cookies cannot be forged. For IPv6, a whole network counts as one address. */
function bucketOf(request: FastifyRequest): string {
  const { session, url, ip } = request;
  const id = session.get('id');
  if (id !== undefined) return `session/${id}`;
  const isSignIn = url.startsWith('/sign-in');
  const kind = isCalendarRequest(request) ? 'calendar' : isSignIn ? 'sign-in' : 'anonymous';
  return `${kind}/${fastifyRateLimit.normalizeIP(ip)}`;
}

function tokenBucketOf({ ip }: FastifyRequest): string {
  return `token/${fastifyRateLimit.normalizeIP(ip)}`;
}

/** Only the API accepts tokens. */
function hasToken({ url, headers }: FastifyRequest): boolean {
  return url.startsWith('/api/') && TOKEN_SCHEME.test(headers.authorization ?? '');
}

/** Every answer 503 names the time after which the client may try again (RFC 9110, 15.6.4). */

import type { FastifyInstance } from 'fastify';

const RETRY_AFTER_SECONDS = 5;

/** Applies to routes that are added afterwards. A handler may set a longer time itself. */
export function addRetryAfter(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    if (reply.statusCode === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', RETRY_AFTER_SECONDS);
  });
}

/** What is not there and what is not theirs answer alike: as an address that does not exist. */

import type { FastifyReply } from 'fastify';

export function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}

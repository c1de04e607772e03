/** What is written is written once: under the principal's key, or under a fresh one where none is given. */

import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { principalOf } from '../http/identity/principal.ts';

/** Loose: headers are many, and none of the others is ours to refuse. */
export const keyHeader = z.looseObject({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'must be 1 to 200 visible ASCII characters')
    .exactOptional()
    .describe(
      'The same key with the same body is the same write and gets the same answer; a fresh one where none is given',
    ),
});

/** The key for the engine. Two people, or one at two agencies, never mean the same by the same key. */
export function writeKeyOf(request: FastifyRequest, reply: FastifyReply): string {
  const { agencyId, personId } = principalOf(request).person;
  const given = request.headers['idempotency-key'];
  const key = typeof given === 'string' ? given : randomUUID();
  reply.header('idempotency-key', key);
  return `${agencyId}/${personId}/${key}`;
}

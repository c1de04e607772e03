/** The Idempotency-Key of a request, and the body that a repetition under the same key is compared with. */

import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { principalOf } from '../http/identity/principal.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body before the schema was applied: parsed JSON, or the bytes of a file. */
    sentBody: unknown;
  }
}

/** Loose: a request has many other headers. */
export const idempotencyHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'must be 1 to 200 visible ASCII characters')
    .exactOptional()
    .describe('The same key with the same body is done once and gets the same answer. If missing, a new key is made'),
});

/** Called before the routes that use `sentBody`. A later version may read the same body differently. */
export function keepSentBody(app: FastifyInstance): void {
  app.decorateRequest('sentBody', undefined);
  app.addHook('preValidation', async (request) => {
    request.sentBody = request.body ?? {};
  });
}

/** The key of the request, or a new one. Sends it back as a header of the answer. */
export function idempotencyKeyOf(request: FastifyRequest, reply: FastifyReply): string {
  const given = request.headers['idempotency-key'];
  const key = typeof given === 'string' ? given : randomUUID();
  reply.header('idempotency-key', key);
  return key;
}

/** The key as the person's own. Two people, or one person at two agencies, never share a key of acts. */
export function personalKeyOf(request: FastifyRequest, key: string): string {
  const { agencyId, personId } = principalOf(request).person;
  return `${agencyId}/${personId}/${key}`;
}

/** What is written is written once: under the asker's key, or under a fresh one where none is given. */

import { createHash, randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import { keepWriteKey } from '../../prisma/store/write-keys.ts';
import type { DeskDeps } from '../desk/deps.ts';
import { askerOf } from '../identity/asker.ts';

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

/**
 * The key for the engine. Two people, or one at two agencies, never mean the same by the same key.
 *
 * @throws ReferralError IDEMPOTENCY_MISMATCH where something else was asked for under it.
 */
export async function writeKeyOf(
  { db, keyring }: Pick<DeskDeps, 'db' | 'keyring'>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const { agencyId, personId } = askerOf(request).person;
  const given = request.headers['idempotency-key'];
  const key = typeof given === 'string' ? given : randomUUID();
  reply.header('idempotency-key', key);
  if (given !== undefined) {
    const digest = keyring.digest(`write/${request.method} ${request.url}/${digestOf(request.body)}`);
    const isSame = await keepWriteKey(db, { agencyId, personId, key, digest });
    if (!isSame) {
      const message = 'Something else was asked for under this key: use a fresh one for each write.';
      throw new ReferralError('IDEMPOTENCY_MISMATCH', message, 'Idempotency-Key');
    }
  }
  return `${agencyId}/${personId}/${key}`;
}

function digestOf(body: unknown): string {
  const bytes = Buffer.isBuffer(body) ? body : JSON.stringify(body ?? {});
  return createHash('sha256').update(bytes).digest('base64url');
}

/** Answers a request with the proof bundle of a referral, as a file. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import { makeErasureCertificate, makeProof } from '../log/make-proof.ts';
import type { HttpDependencies } from './dependencies.ts';
import { principalOf } from './identity/principal.ts';

/** The media type of a proof bundle. */
export const PROOF_TYPE = 'application/octet-stream';

/**
 * Sends the bundle, or the certificate of erasure, for the principal. The audit log records that it was made.
 *
 * @throws ReferralError UNKNOWN_REFERRAL; WRONG_STATUS if it is not erased; ENGINE_UNAVAILABLE if the log is not sealed in time.
 */
export async function sendProof(
  { db, reader, logPolicy, proofWaitMs: waitMs }: HttpDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  kind: 'proof' | 'erasure-certificate' = 'proof',
): Promise<FastifyReply> {
  const { person } = principalOf(request);
  const view = await reader.status(person, name);
  const proofDeps = { db, quorum: logPolicy?.quorum ?? 0, ...(waitMs !== undefined && { waitMs }) };
  const make = kind === 'proof' ? makeProof : makeErasureCertificate;
  const bundle = await make(proofDeps, person, view);
  const suffix = kind === 'proof' ? '' : '-erasure';
  return reply
    .type(PROOF_TYPE)
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${view.referral.reference}${suffix}.liaise-proof"`)
    .send(Buffer.from(bundle));
}

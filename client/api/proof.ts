/** Proof bundles of a referral, as files: of the events of its timeline, and of its erasure. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDependencies } from '../http/dependencies.ts';
import { PROOF_TYPE, sendProof } from '../http/send-proof.ts';
import { REFUSALS } from './document.ts';
import { referralParams } from './referrals.ts';
import { requireAccept } from './refuse.ts';

/** Registers `GET /referrals/REF/proof` and `GET /referrals/REF/erasure-certificate`. */
export function proofRoutes(app: FastifyInstance, deps: HttpDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  api.get(
    '/referrals/:ref/proof',
    routeOf({
      operationId: 'proveReferral',
      summary: 'A proof bundle: the events of a referral, and what proves them',
      description:
        'The events are those of the timeline of the caller. "liaise verify" and the page /public/verify.html verify the file ' +
        'without a connection. The audit log records that the bundle was made.',
    }),
    (request, reply) => sendProof(deps, request, reply, request.params.ref),
  );
  api.get(
    '/referrals/:ref/erasure-certificate',
    routeOf({
      operationId: 'certifyErasure',
      summary: 'The certificate of erasure of a referral',
      description:
        'A proof bundle with the entry of the erasure: when, why, and how much was destroyed. "liaise verify" and the ' +
        'page /public/verify.html verify the file without a connection.',
    }),
    (request, reply) => sendProof(deps, request, reply, request.params.ref, 'erasure-certificate'),
  );
}

function routeOf(described: { operationId: string; summary: string; description: string }) {
  const content = { [PROOF_TYPE]: { schema: z.any().meta({ type: 'string', format: 'binary' }) } };
  return {
    exposeHeadRoute: false,
    onRequest: requireAccept(PROOF_TYPE),
    schema: {
      ...described,
      tags: ['referrals'],
      params: referralParams,
      response: { 200: { description: 'The file', content }, ...REFUSALS },
    },
  };
}

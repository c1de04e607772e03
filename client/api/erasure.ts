/** The certificate of erasure of a referral, as a file. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDependencies } from '../http/dependencies.ts';
import { PROOF_TYPE, sendProof } from '../http/send-proof.ts';
import { REFUSALS } from './document.ts';
import { referralParams } from './referrals.ts';
import { requireAccept } from './refuse.ts';

/** Registers `GET /referrals/REF/erasure-certificate`. */
export function erasureRoutes(app: FastifyInstance, deps: HttpDependencies): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/referrals/:ref/erasure-certificate',
    {
      exposeHeadRoute: false,
      onRequest: requireAccept(PROOF_TYPE),
      schema: {
        operationId: 'certifyErasure',
        tags: ['referrals'],
        summary: 'The certificate of erasure of a referral',
        description:
          'A proof bundle with the entry of the erasure: when, why, and how much was destroyed. "liaise verify" and the ' +
          'page /public/verify.html verify the file without a connection.',
        params: referralParams,
        response: {
          200: {
            description: 'The file',
            content: { [PROOF_TYPE]: { schema: z.any().meta({ type: 'string', format: 'binary' }) } },
          },
          ...REFUSALS,
        },
      },
    },
    (request, reply) => sendProof(deps, request, reply, request.params.ref, 'erasure-certificate'),
  );
}

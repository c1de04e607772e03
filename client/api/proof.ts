/** The proof bundle of a referral, as a file. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDependencies } from '../http/dependencies.ts';
import { PROOF_TYPE, sendProof } from '../http/send-proof.ts';
import { REFUSALS } from './document.ts';
import { referralParams } from './referrals.ts';
import { requireAccept } from './refuse.ts';

/** Registers `GET /referrals/REF/proof`. */
export function proofRoute(app: FastifyInstance, deps: HttpDependencies): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/referrals/:ref/proof',
    {
      exposeHeadRoute: false,
      onRequest: requireAccept(PROOF_TYPE),
      schema: {
        operationId: 'proveReferral',
        tags: ['referrals'],
        summary: 'A proof bundle: the events of a referral, and what proves them',
        description:
          'The events are those of the timeline of the caller. "liaise verify" and the page /public/verify.html verify the file ' +
          'without a connection. The audit log records that the bundle was made.',
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
    (request, reply) => sendProof(deps, request, reply, request.params.ref),
  );
}

/** Submits a referral: as JSON, or as a CyberTipline report file. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { submittedAnswer } from '../contract/answers/receipt.ts';
import { submission } from '../contract/submission.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { jsonAnswer, REFUSALS } from './document.ts';
import { idempotencyHeaders, idempotencyKeyOf, personalKeyOf } from './idempotency-key.ts';

const REPORT_TYPES = ['application/xml', 'text/xml'];

export function submitRoute(app: FastifyInstance, deps: HttpDependencies): void {
  // In its own context, because no other resource accepts files.
  app.register(async (own) => {
    own.addContentTypeParser(REPORT_TYPES, { parseAs: 'buffer' }, async (_: unknown, file: Buffer) => file);
    own.withTypeProvider<ZodTypeProvider>().post(
      '/referrals',
      {
        schema: {
          operationId: 'submitReferral',
          tags: ['referrals'],
          summary: 'Submit a referral',
          description:
            'As JSON, or as a CyberTipline report file. The answer has the reference number. For a file, `loss` lists the ' +
            'elements that have no place of their own in a referral.',
          consumes: REPORT_TYPES,
          headers: idempotencyHeaders,
          body: submission,
          response: { 201: jsonAnswer(submittedAnswer, 'Received'), ...REFUSALS },
        },
      },
      async (request, reply) => {
        const { person } = principalOf(request);
        const { engine, guard, locateIps } = deps;
        const body: unknown = request.body;
        const key = idempotencyKeyOf(request, reply);
        const read = Buffer.isBuffer(body)
          ? await engine.admit(person, 'submit', () => guard.report(body, { isXmlOnly: true }))
          : { submission: request.body };
        const { submission, loss } = { loss: undefined, ...read };
        const receipt = await engine.submit(person, submission, {
          ...{ key, personalKey: personalKeyOf(request, key), sent: request.sentBody, locateIps },
          ...(loss && { loss }),
        });
        reply.code(201).header('location', `/api/v1/referrals/${receipt.reference}`);
        return { ...receipt, ...(loss && { loss }) };
      },
    );
  });
}

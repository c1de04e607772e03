/** Submitting: our own form as JSON, or a report file as it is. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { ReferralError } from '../../domain/errors.ts';
import { readCyberTipline } from '../../domain/exchange/cybertipline/read-report.ts';
import { detectFormat } from '../../domain/exchange/detect-format.ts';
import { submittedAnswer } from '../contract/answers/receipt.ts';
import { submission } from '../contract/submission.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { answers, REFUSALS } from './document.ts';
import { idempotencyKeyOf, keyHeader, personalKeyOf } from './idempotency-key.ts';

const FILES = ['application/xml', 'text/xml'];

export function submitRoute(app: FastifyInstance, deps: HttpDependencies): void {
  // In a context of its own: no other resource takes a file.
  app.register(async (own) => {
    own.addContentTypeParser(FILES, { parseAs: 'buffer' }, async (_: unknown, file: Buffer) => file);
    own.withTypeProvider<ZodTypeProvider>().post(
      '/referrals',
      {
        schema: {
          operationId: 'submitReferral',
          tags: ['referrals'],
          summary: 'Submit a referral',
          description:
            'As JSON, or as a CyberTipline report file: then the answer lists what of it was not understood. The reference ' +
            'number is in the answer.',
          consumes: FILES,
          headers: keyHeader,
          body: submission,
          response: { 201: answers(submittedAnswer, 'Received'), ...REFUSALS },
        },
      },
      async (request, reply) => {
        const { person } = principalOf(request);
        const { engine, locateIps } = deps;
        const body: unknown = request.body;
        const key = idempotencyKeyOf(request, reply);
        const read = Buffer.isBuffer(body)
          ? await engine.admit(person, 'submit', () => reportIn(body))
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

/** Our own form is taken as JSON alone: there each field is held against the schema, and named to nobody but the principal. */
function reportIn(file: Buffer): ReturnType<typeof readCyberTipline> {
  const recognised = detectFormat(file);
  if (recognised.form === 'cybertipline') return readCyberTipline(recognised.xml);
  throw new ReferralError('INVALID_REPORT', 'This is no report but a referral: send it as application/json.');
}

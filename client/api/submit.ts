/** Submits a referral: as JSON, or as a CyberTipline report with the details of its files. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { storedLoss } from '../../domain/exchange/loss-report.ts';
import { submittedAnswer } from '../contract/answers/receipt.ts';
import { submission } from '../contract/submission.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { lacksIpDatabase } from '../platform/add-countries.ts';
import { jsonAnswer, REFUSALS } from './document.ts';
import { acceptFiles, FILE_TYPES, FileForm } from './file-form.ts';
import { idempotencyHeaders, idempotencyKeyOf, personalKeyOf } from './idempotency-key.ts';

const submitQuery = z.object({
  strict: z
    .stringbool()
    .default(false)
    .describe('Refuse a report with elements that the schema lacks, instead of keeping them as particulars'),
});

const NO_IP_DATABASE =
  'Most reports will name no country, because no country database for IP addresses is installed. ' +
  'The operator can install one in MMDB format (LIAISE_IP_DATABASE).';

/** Registers the route that submits a referral. */
export function submitRoute(app: FastifyInstance, deps: HttpDependencies): void {
  // In its own context, because few resources accept files.
  app.register(async (own) => {
    acceptFiles(own);
    own.withTypeProvider<ZodTypeProvider>().post(
      '/referrals',
      {
        config: { acceptsForms: true },
        schema: {
          operationId: 'submitReferral',
          tags: ['referrals'],
          summary: 'Submit a referral',
          description:
            'As JSON, as a CyberTipline report, or as a form with a report and the details of its files. The answer has the ' +
            'reference number. For files, `loss` lists the elements that have no place of their own in a ' +
            'referral, and `schema` names the schema of the report.',
          consumes: FILE_TYPES,
          headers: idempotencyHeaders,
          querystring: submitQuery,
          body: submission,
          response: {
            200: jsonAnswer(submittedAnswer, 'The same content as an earlier referral, whose receipt it is'),
            201: jsonAnswer(submittedAnswer, 'Received'),
            ...REFUSALS,
          },
        },
      },
      async (request, reply) => {
        const { person } = principalOf(request);
        const { engine, guard, addCountries } = deps;
        const body: unknown = request.body;
        const key = idempotencyKeyOf(request, reply);
        const read =
          body instanceof FileForm
            ? await engine.admit(person, 'submit', () =>
                guard.reports(body.files, { ...body.options, isStrict: request.query.strict }),
              )
            : { submission: request.body };
        const { submission, loss, schema } = { loss: undefined, schema: undefined, ...read };
        const receipt = await engine.submit(person, submission, {
          ...{ key, personalKey: personalKeyOf(request, key), sent: request.sentBody, addCountries },
          ...(loss && { loss: storedLoss(loss), schema }),
        });
        reply.code(receipt.same ? 200 : 201).header('location', `/api/v1/referrals/${receipt.reference}`);
        const notes = lacksIpDatabase(addCountries(submission)) ? [NO_IP_DATABASE] : undefined;
        return { ...receipt, ...(loss && { loss }), ...(notes && { notes }), ...(schema && { schema }) };
      },
    );
  });
}

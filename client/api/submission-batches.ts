/** Submits many files in one request. Each file has a result. The same request again submits nothing twice. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import { submissionBatchAnswer } from '../contract/answers/submission-batch.ts';
import { type FileResult, formOf, groupFiles, LEFT_OUT } from '../contract/group-files.ts';
import type { UploadedFile } from '../contract/parse-report.ts';
import { submitGroups } from '../engine/submit-groups.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { placeOf } from '../platform/log.ts';
import { jsonAnswer, REFUSALS } from './document.ts';
import { acceptBatches, FileForm } from './file-form.ts';

const batchQuery = z.object({
  strict: z
    .stringbool()
    .default(false)
    .describe('Refuse a report with elements that the schema lacks, instead of keeping them as particulars'),
  reportIdsFromNames: z
    .stringbool()
    .default(false)
    .describe('Take the CyberTipline number of each report from the name of its file, for example 12345678.xml'),
});

/** Referrals of one request that are sent at once: half of the connections of the server to the database. */
const AT_ONCE = 4;
/** No further referral is begun after this time, so that the answer is in time (ten seconds). */
const SENDING_MS = 5_000;

/** Registers the route that submits many files. */
export function batchRoute(app: FastifyInstance, { engine, guard, addCountries }: HttpDependencies): void {
  app.register(async (own) => {
    acceptBatches(own);
    own.withTypeProvider<ZodTypeProvider>().post(
      '/submission-batches',
      {
        config: { acceptsForms: true },
        schema: {
          operationId: 'submitBatch',
          tags: ['referrals'],
          summary: 'Submit many files',
          description:
            'A form with reports, the details of their files, and referrals in JSON. The details of files belong to the ' +
            'report with their number. The answer has one result for each file; a refused file does not stop the others. ' +
            'If files are `not-sent`, or no answer arrives, send the same files again: nothing is submitted twice.',
          consumes: ['multipart/form-data'],
          querystring: batchQuery,
          body: z.looseObject({}),
          response: { 200: jsonAnswer(submissionBatchAnswer, 'The result of each file'), ...REFUSALS },
        },
      },
      async (request) => {
        const body: unknown = request.body;
        const files = byName(body instanceof FileForm ? body.files : []);
        await guard.material({ file: [...files.keys()] });
        const forms = [...files.values()].map(({ name, content }) => formOf(name, content));
        const results = forms.flatMap(({ path, form }): FileResult[] =>
          form === 'other' ? [{ file: path, result: 'left-out', reason: LEFT_OUT }] : [],
        );
        const { person } = principalOf(request);
        await submitGroups(
          {
            ...{ engine, actor: person, addCountries, atOnce: AT_ONCE, retryMs: [] },
            ...{ isStrict: request.query.strict, signal: AbortSignal.timeout(SENDING_MS) },
            read: async (names) => names.flatMap((name) => files.get(name) ?? []),
            parse: (some, options) => guard.reports(some, options),
            onResults: (some) => void results.push(...some),
            onUnexpected: (error) =>
              request.log.error({ requestId: request.id, ...(error instanceof Error && placeOf(error)) }, 'bug'),
          },
          groupFiles(forms, request.query.reportIdsFromNames),
        );
        return { results };
      },
    );
  });
}

/** @throws ReferralError INVALID_INPUT if two files have one name: the results name the files. */
function byName(files: readonly UploadedFile[]): Map<string, UploadedFile> {
  const named = new Map(files.map((file) => [file.name, file]));
  if (named.size === files.length) return named;
  throw new ReferralError('INVALID_INPUT', 'Two files have the same name. Give each file its own name.', 'file');
}

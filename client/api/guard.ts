/** Says what the material guard would do with a body. Nothing is stored, and no content is in the answer or the log. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { XML_LIMITS } from '../../domain/exchange/xml.ts';
import { guardAnswer } from '../contract/answers/guard.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { jsonAnswer, REFUSALS } from './document.ts';
import { FileForm } from './file-form.ts';

const JSON_TYPE = 'application/json';
const OTHER_TYPES = ['application/xml', 'text/xml', 'text/plain'];

/** A body that is larger than a report may be is refused by its length. */
const BODY_LIMIT = XML_LIMITS.bytes;

export function guardRoute(app: FastifyInstance, { guard }: HttpDependencies): void {
  // In its own context: every body is examined as it was sent, also JSON that other resources refuse.
  app.register(async (own) => {
    own.removeContentTypeParser(JSON_TYPE);
    own.addContentTypeParser(
      [JSON_TYPE, ...OTHER_TYPES],
      { parseAs: 'buffer' },
      async (_: unknown, content: Buffer) => new FileForm([{ name: 'body', content }]),
    );
    own.withTypeProvider<ZodTypeProvider>().post(
      '/guard',
      {
        bodyLimit: BODY_LIMIT,
        schema: {
          operationId: 'examineMaterial',
          tags: ['referrals'],
          summary: 'Say what the material guard would refuse, leave out or count',
          description:
            'JSON is read as one referral, an XML report as a report, and any other body as one text. Nothing is stored. ' +
            'The answer has fields, codes and numbers, and no content.',
          consumes: OTHER_TYPES,
          body: z.looseObject({}),
          response: { 200: jsonAnswer(guardAnswer, 'What the guard would do'), ...REFUSALS },
        },
      },
      async (request) => {
        const body: unknown = request.body;
        const content = body instanceof FileForm ? body.files[0]?.content : undefined;
        return guard.examine(content ?? new Uint8Array());
      },
    );
  });
}

/** The dossier of a referral as JSON or PDF: with the particulars if a purpose is given. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { STATED_BY_CODE } from '../../domain/reading-purposes.ts';
import { LANGUAGES } from '../../domain/words/languages.ts';
import { dossierAnswer } from '../contract/answers/dossier.ts';
import { freeText } from '../contract/submission.ts';
import { makeDossierFile } from '../documents/dossier.ts';
import { PDF_TYPE } from '../documents/pdf.ts';
import type { ApiDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { readsBeyondAllowance } from '../http/identity/step-up.ts';
import { documentReader, sendFile } from '../http/send-file.ts';
import { statedBy } from '../queries/read-particulars.ts';
import { jsonAnswer, REFUSALS } from './document.ts';
import { referralParams } from './referrals.ts';
import { requireAccept } from './refuse.ts';

/** Registers `POST /referrals/REF/dossier`. */
export function dossierRoutes(app: FastifyInstance, deps: ApiDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  api.post(
    '/referrals/:ref/dossier',
    {
      onRequest: requireAccept('application/json', PDF_TYPE),
      bodyLimit: 256 * 1024,
      config: { stepUp: readsBeyondAllowance },
      schema: {
        operationId: 'makeDossier',
        tags: ['referrals'],
        summary: 'The dossier of a referral: all that the caller may see of it',
        description:
          'With a purpose, it includes the particulars, and the reading is written to the audit log first. A purpose is ' +
          `one of ${STATED_BY_CODE}, or a text. The audit log records each dossier as a disclosure, with the digest of ` +
          'the file. Send `Accept: application/pdf` for a document, and nothing or `application/json` for JSON.',
        params: referralParams,
        body: z.strictObject({
          purpose: freeText.exactOptional().describe('Includes the particulars'),
          further: freeText.exactOptional().describe('As for the particulars'),
          language: z.enum(LANGUAGES).exactOptional().describe("Of the PDF. Default: the caller's language"),
        }),
        response: { 200: dossier, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      const { purpose, further, language = principal.language } = request.body;
      const stated = purpose === undefined ? undefined : statedBy({ purpose, further });
      const reader = documentReader(principal, language);
      const isPdf = request.type(['application/json', PDF_TYPE]) === PDF_TYPE;
      const make = isPdf ? deps.makeDossierPdf : makeDossierFile;
      const { reference, file } = await make(deps, reader, request.params.ref, stated);
      const type = isPdf ? PDF_TYPE : 'application/json; charset=utf-8';
      return sendFile(reply, { file, type, name: `${reference}-dossier.${isPdf ? 'pdf' : 'json'}` });
    },
  );
}

const pdf = z.any().meta({ type: 'string', format: 'binary' });
const { description, content } = jsonAnswer(dossierAnswer, 'The dossier');
const dossier = { description, content: { ...content, [PDF_TYPE]: { schema: pdf } } };

/** The dossier of a referral as JSON: with the particulars if a purpose is given. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { STATED_BY_CODE } from '../../domain/reading-purposes.ts';
import { dossierAnswer } from '../contract/answers/dossier.ts';
import { freeText } from '../contract/submission.ts';
import { makeDossierFile } from '../documents/dossier.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { readsBeyondAllowance } from '../http/identity/step-up.ts';
import { documentReader, sendFile } from '../http/send-file.ts';
import { statedBy } from '../queries/read-particulars.ts';
import { jsonAnswer, REFUSALS } from './document.ts';
import { referralParams } from './referrals.ts';

/** Registers `POST /referrals/REF/dossier`. */
export function dossierRoutes(app: FastifyInstance, deps: HttpDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  api.post(
    '/referrals/:ref/dossier',
    {
      bodyLimit: 256 * 1024,
      config: { stepUp: readsBeyondAllowance },
      schema: {
        operationId: 'makeDossier',
        tags: ['referrals'],
        summary: 'The dossier of a referral: all that the caller may see of it',
        description:
          'With a purpose, it includes the particulars, and the reading is written to the audit log first. A purpose is ' +
          `one of ${STATED_BY_CODE}, or a text. The audit log records each dossier as a disclosure, with the digest of ` +
          'the file.',
        params: referralParams,
        body: z.strictObject({
          purpose: freeText.exactOptional().describe('Includes the particulars'),
          further: freeText.exactOptional().describe('As for the particulars'),
        }),
        response: { 200: jsonAnswer(dossierAnswer, 'The dossier'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      const { purpose, further } = request.body;
      const stated = purpose === undefined ? undefined : statedBy({ purpose, further });
      const reader = documentReader(principal, principal.language);
      const { reference, file } = await makeDossierFile(deps, reader, request.params.ref, stated);
      return sendFile(reply, { file, type: JSON_TYPE, name: `${reference}-dossier.json` });
    },
  );
}

const JSON_TYPE = 'application/json; charset=utf-8';

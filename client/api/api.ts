/** The HTTP API for the systems of agencies, version 1. */

import type { FastifyInstance } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { ApiDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { absenceRoutes } from './absences.ts';
import { actRoutes } from './acts.ts';
import { administrationRoutes } from './administration.ts';
import { changeRoute, changeStreams } from './changes.ts';
import { directoryRoutes } from './directory.ts';
import { describeApi, documentRoutes } from './document.ts';
import { dossierRoutes } from './dossier.ts';
import { drillRoutes } from './drills.ts';
import { erasureRoutes } from './erasures.ts';
import { refuseOtherForms } from './file-form.ts';
import { guardRoute } from './guard.ts';
import { keepSentBody } from './idempotency-key.ts';
import { acceptOnlyJson } from './json-body.ts';
import { openingRoutes } from './openings.ts';
import { proofRoutes } from './proof.ts';
import { referralRoutes } from './referrals.ts';
import { answerRefusals, requireAccept } from './refuse.ts';
import { statisticsRoute } from './statistics.ts';
import { statusRoutes } from './status.ts';
import { batchRoute } from './submission-batches.ts';
import { submitRoute } from './submit.ts';
import { validatorCompiler } from './validate.ts';
import { webhookRoutes } from './webhooks.ts';

/** Register it after authentication and the rate limit. */
export async function registerApi(app: FastifyInstance, deps: ApiDependencies): Promise<void> {
  const streamChanges = changeStreams(app, deps);
  app.get('/changes', { exposeHeadRoute: false }, streamChanges);
  await app.register(
    async (api) => {
      api.setValidatorCompiler(validatorCompiler);
      api.setSerializerCompiler(serializerCompiler);
      answerRefusals(api);
      acceptOnlyJson(api);
      refuseOtherForms(api);
      await describeApi(api, deps.publicUrl);
      documentRoutes(api, deps);
      await api.register(async (signedIn) => {
        signedIn.addHook('onRequest', async (request) => {
          principalOf(request);
        });
        changeRoute(signedIn, streamChanges);
        proofRoutes(signedIn, deps);
        dossierRoutes(signedIn, deps);
        await signedIn.register(async (json) => {
          json.addHook('onRequest', requireAccept('application/json'));
          keepSentBody(json);
          referralRoutes(json, deps);
          submitRoute(json, deps);
          batchRoute(json, deps);
          actRoutes(json, deps);
          directoryRoutes(json, deps);
          drillRoutes(json, deps);
          administrationRoutes(json, deps);
          openingRoutes(json, deps);
          webhookRoutes(json, deps);
          absenceRoutes(json, deps);
          erasureRoutes(json, deps);
          statisticsRoute(json, deps);
          guardRoute(json, deps);
          statusRoutes(json, deps);
        });
      });
    },
    { prefix: '/api/v1' },
  );
}

/** The HTTP API, version 1: everything that systems of agencies ask for goes through here. */

import type { FastifyInstance } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { only } from './accepts.ts';
import { actRoutes } from './acts.ts';
import { changeRoute, changeStreams } from './changes.ts';
import { directoryRoutes } from './directory.ts';
import { docsRoutes } from './docs-page.tsx';
import { describeApi } from './document.ts';
import { keepSentBody } from './idempotency-key.ts';
import { referralRoutes } from './referrals.ts';
import { answerRefusals } from './refuse.ts';
import { submitRoute } from './submit.ts';
import { validatorCompiler } from './validate.ts';

/** After the door and the rate limit. */
export async function registerApi(app: FastifyInstance, deps: HttpDependencies): Promise<void> {
  const listen = changeStreams(app, deps);
  app.get('/changes', { exposeHeadRoute: false }, listen);
  await app.register(
    async (api) => {
      api.setValidatorCompiler(validatorCompiler);
      api.setSerializerCompiler(serializerCompiler);
      answerRefusals(api);
      takeJsonAlone(api);
      await describeApi(api, deps.publicUrl);
      docsRoutes(api);
      await api.register(async (known) => {
        known.addHook('onRequest', async (request) => {
          principalOf(request);
        });
        changeRoute(known, listen);
        await known.register(async (json) => {
          json.addHook('onRequest', only('application/json'));
          keepSentBody(json);
          referralRoutes(json, deps);
          submitRoute(json, deps);
          actRoutes(json, deps);
          directoryRoutes(json, deps);
        });
      });
    },
    { prefix: '/api/v1' },
  );
}

/** Forms are for pages: a form of another site could be sent here by anybody's browser. */
function takeJsonAlone(api: FastifyInstance): void {
  const parse = api.getDefaultJsonParser('error', 'error');
  api.removeAllContentTypeParsers();
  api.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parse(request, body, done);
  });
}

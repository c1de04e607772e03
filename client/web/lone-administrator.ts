/** Finds out whether the administrator of a request has a colleague. Without one, every page says so. */

import type { FastifyInstance } from 'fastify';
import { isAlone } from '../directory/proposals.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { isSafeMethod } from '../http/identity/request-kind.ts';
import { isApiRequest } from '../http/problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** No other administrator can confirm changes of the agency. */
    isLoneAdministrator: boolean;
  }
}

/** Call it before the pages are registered. */
export function noticeLoneAdministrators(app: FastifyInstance, deps: Pick<HttpDependencies, 'db'>): void {
  app.decorateRequest('isLoneAdministrator', false);
  app.addHook('preHandler', async (request) => {
    const { principal } = request;
    if (!principal?.person.roles.includes('administrator') || isApiRequest(request) || !isSafeMethod(request)) return;
    request.isLoneAdministrator = await isAlone(deps, principal.person);
  });
}

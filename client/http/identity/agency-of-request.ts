/** Runs each request for the agency of its principal: row-level security then shows the rows of this agency only. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { continueAsAgency } from '../../../prisma/store/agency-scope.ts';

/** Call it after authentication is registered and before any route. Before authentication, a request has no agency. */
export function scopeRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, next) => continueAsAgency(agencyOf(request), next));
  // Reading the body can lose the scope.
  app.addHook('preHandler', (request, _reply, next) => continueAsAgency(agencyOf(request), next));
}

function agencyOf({ principal }: FastifyRequest): string {
  return principal?.person.agencyId ?? '';
}

/** Compares each problem that the API answers in a test with those that its OpenAPI document declares. */

import type { FastifyInstance } from 'fastify';
import { codesOf, type OpenApi, responseOf, routesOf } from '../client/api/open-api.ts';
import { atEnd } from './at-end.ts';

/** The same for every server of the tests, apart from its address. */
let document: OpenApi | undefined;

/** Call it before the API is registered. At the end, it fails if an operation answered an undeclared status or code. */
export function expectDeclaredProblems(app: FastifyInstance): void {
  const undeclared = new Set<string>();
  app.addHook('onSend', async (request, reply, payload) => {
    const { operationId } = Object(request.routeOptions.schema);
    const isProblem = String(reply.getHeader('content-type')).startsWith('application/problem+json');
    if (operationId === undefined || !isProblem || reply.statusCode === 500) return;
    document ??= request.server.swagger() as unknown as OpenApi;
    const route = routesOf(document).find((each) => each.operationId === operationId);
    const { code } = JSON.parse(String(payload));
    const declared = route && codesOf(responseOf(route, reply.statusCode, document));
    if (!declared?.includes(code)) undeclared.add(`${operationId}: ${reply.statusCode} ${code}`);
  });
  atEnd(async () => {
    if (undeclared.size > 0) throw new Error(`Not declared in the OpenAPI document: ${[...undeclared].join('; ')}`);
  });
}

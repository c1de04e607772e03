/** Compares each problem that the API answers in a test with those that its OpenAPI document declares. */

import type { FastifyInstance } from 'fastify';
import { codesOf, type OpenApi, responseOf, routesOf } from '../client/api/open-api.ts';
import { atEnd } from './at-end.ts';

/** What the document declares, as `operation status code`: the same for every server of the tests. */
let declared: Set<string> | undefined;

/** Call it before the API is registered. At the end, it fails if an operation answered an undeclared status or code. */
export function expectDeclaredProblems(app: FastifyInstance): void {
  const answered = new Set<string>();
  let describe: (() => unknown) | undefined;
  app.addHook('onSend', async (request, reply, payload) => {
    const { operationId } = Object(request.routeOptions.schema);
    const isProblem = String(reply.getHeader('content-type')).startsWith('application/problem+json');
    if (operationId === undefined || !isProblem || reply.statusCode === 500) return;
    answered.add(`${operationId} ${reply.statusCode} ${JSON.parse(String(payload)).code}`);
    describe ??= () => request.server.swagger();
  });
  atEnd(async () => {
    if (describe === undefined) return;
    // Not during a request: making the document takes so long that other requests could be answered too late.
    declared ??= problemsOf(describe() as OpenApi);
    const undeclared = [...answered].filter((each) => !declared?.has(each));
    if (undeclared.length > 0) throw new Error(`Not declared in the OpenAPI document: ${undeclared.join('; ')}`);
  });
}

function problemsOf(document: OpenApi): Set<string> {
  const problems = routesOf(document).flatMap((route) =>
    Object.keys(route.responses).flatMap((status) =>
      codesOf(responseOf(route, Number(status), document)).map((code) => `${route.operationId} ${status} ${code}`),
    ),
  );
  return new Set(problems);
}

/** The OpenAPI document, generated from the schemas that validate requests and answers; as JSON and as a page. */

import fastifySwagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { problem } from '../contract/answers/problem.ts';
import { MAX_FILES } from '../contract/parse-report.ts';
import type { ApiDependencies } from '../http/dependencies.ts';
import { codesByStatus, declareRefusals } from './declare-refusals.ts';

const TAGS = [
  { name: 'referrals', description: 'Submit, list and read referrals' },
  { name: 'acts', description: 'What people and systems do with a referral' },
  { name: 'directory', description: 'The directory, exact matches and the caller' },
  { name: 'administration', description: 'Agencies, and changes that two administrators agree to' },
  { name: 'changes', description: 'Changes as they happen' },
];

const DESCRIPTION = `The systems of agencies submit, answer and follow referrals through this API.

Send a token of your agency's identity provider as \`Authorization: Bearer\`. It needs the scope \`referrals:read\`, and
\`referrals:write\` for requests other than GET. Refusals are problem details (RFC 9457) with a stable \`code\`. A referral that
is not with your agency is answered like one that does not exist.`;

/** Registers the OpenAPI document of the API. */
export async function describeApi(api: FastifyInstance, publicUrl: string): Promise<void> {
  const codes = new Map<string, ReturnType<typeof codesByStatus>>();
  await api.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Liaise', version: '1', description: DESCRIPTION },
      servers: [{ url: publicUrl }],
      tags: TAGS,
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          session: {
            ...{ type: 'apiKey', in: 'cookie' },
            name: publicUrl.startsWith('https:') ? '__Host-liaise-session' : 'liaise-session',
            description: 'Session of the pages. Requests other than GET need the form token as x-csrf-token',
          },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route);
      if (!route.schema?.hide) codes.set(route.schema?.operationId ?? '', codesByStatus(route.route));
      return { schema: withFileTypes(schema), url };
    },
    transformObject: (document) => {
      const described = withSortedSchemas(jsonSchemaTransformObject(document));
      declareRefusals(described, codes);
      return described;
    },
  });
}

/**
 * Sorts the named schemas, whose order would be that in which their modules were loaded. Each is generated twice, for input
 * and for output. Ours are answers, so the input variants are removed.
 */
function withSortedSchemas(document: ReturnType<typeof jsonSchemaTransformObject>): typeof document {
  const { components = {} } = 'components' in document ? document : {};
  const { schemas = {} } = 'schemas' in components ? components : {};
  const named = Object.entries(schemas).filter(([name]) => !name.endsWith('Input'));
  for (const name of Object.keys(schemas)) Reflect.deleteProperty(schemas, name);
  Object.assign(schemas, Object.fromEntries(named.sort(([one], [other]) => (one < other ? -1 : 1))));
  return document;
}

/** Adds the other content types in `consumes` to a JSON body. Report files have schemas of their own, which are not here. */
function withFileTypes(schema: FastifySchema): FastifySchema {
  const { consumes = [], body, ...rest } = schema;
  if (body === undefined) return schema;
  if (consumes.join() === 'multipart/form-data') {
    return { ...rest, body: { content: { 'multipart/form-data': { schema: BATCH_FORM } } } };
  }
  const files = consumes.map((type) => [type, { schema: type === 'multipart/form-data' ? FILE_FORM : FILE }]);
  return { ...rest, body: { content: { 'application/json': { schema: body }, ...Object.fromEntries(files) } } };
}

const FILE = { type: 'string', description: 'The unchanged file' };
const FILE_FORM = filesForm(`A report and the details of its files, in any order: at most ${MAX_FILES}`, {
  reportId: { type: 'string', description: 'The CyberTipline number of the report: its origin reference' },
});
const BATCH_FORM = filesForm(
  `Reports, details of their files, and referrals in JSON, in any order: at most ${MAX_FILES}`,
);

/** The schema of a multipart form with one or more files in `file`. */
function filesForm(description: string, others: Record<string, object> = {}) {
  const file = { type: 'array', items: { type: 'string', format: 'binary' }, description };
  return { type: 'object', required: ['file'], properties: { file, ...others } };
}

const problemContent = { 'application/problem+json': { schema: problem } };

/** The schemas of refusals, for every route. The document lists them by status and code: see `declare-refusals.ts`. */
export const REFUSALS = {
  '4xx': { description: 'Refused; the code gives the reason', content: problemContent },
  503: { description: 'Unavailable: send it again after Retry-After, under the same key', content: problemContent },
};

/** Describes a JSON response of a route for the OpenAPI document. */
export function jsonAnswer<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** `/openapi.json` for programs; `/docs` and a page for each operation for people. None is part of the document. */
export function documentRoutes(api: FastifyInstance, { showApiDocs }: Pick<ApiDependencies, 'showApiDocs'>): void {
  const unlisted = { schema: { hide: true } };
  api.get('/openapi.json', unlisted, (_, reply) => reply.type('application/json').send(api.swagger()));
  api.get('/docs', unlisted, (request, reply) => showApiDocs(request, reply, { document: api.swagger() }));
  api.get<{ Params: { operation: string } }>('/docs/:operation', unlisted, (request, reply) =>
    showApiDocs(request, reply, { document: api.swagger(), operationId: request.params.operation }),
  );
}

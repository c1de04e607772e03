/** The OpenAPI document: made from the schemas that requests and answers are held against, and from nothing else. */

import fastifySwagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { problem } from '../contract/answers/problem.ts';

const TAGS = [
  { name: 'referrals', description: 'Submit, list and read referrals' },
  { name: 'acts', description: 'What people and systems do with a referral' },
  { name: 'directory', description: 'Who can be reached where; who asks' },
  { name: 'changes', description: 'What changed, as it happens' },
];

const DESCRIPTION = `Referrals are handed over, answered and followed here by agencies' own systems.

A token of your agency's identity provider goes into \`Authorization: Bearer\`; it needs the scope \`referrals:read\`, and
\`referrals:write\` for whatever is not a GET. Refusals are problem details (RFC 9457) with a stable \`code\`. A referral that is
not with your agency answers like one that does not exist.`;

export async function describeApi(api: FastifyInstance, publicUrl: string): Promise<void> {
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
            description: 'Of the pages; what is written needs the form token as x-csrf-token',
          },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route);
      return { schema: withFiles(schema), url };
    },
    transformObject: (document) => withoutInputs(jsonSchemaTransformObject(document)),
  });
}

/** Every named schema comes twice, as it is written and as it is read: ours are names of answers alone. */
function withoutInputs(document: ReturnType<typeof jsonSchemaTransformObject>): typeof document {
  const { components = {} } = 'components' in document ? document : {};
  const { schemas = {} } = 'schemas' in components ? components : {};
  for (const name of Object.keys(schemas)) if (name.endsWith('Input')) Reflect.deleteProperty(schemas, name);
  return document;
}

/** A body of JSON, and beside it files of other types: those have a form of their own, and no schema here. */
function withFiles(schema: FastifySchema): FastifySchema {
  const { consumes = [], body, ...rest } = schema;
  if (body === undefined) return schema;
  const files = consumes.map((type) => [type, { schema: { type: 'string', description: 'The file as it is' } }]);
  return { ...rest, body: { content: { 'application/json': { schema: body }, ...Object.fromEntries(files) } } };
}

const refusal = { 'application/problem+json': { schema: problem } };

/** What every route may answer beside what it was asked for. */
export const REFUSALS = {
  '4xx': { description: 'Refused; the code says why', content: refusal },
  503: { description: 'Not answered now: try again as Retry-After says, under the same key', content: refusal },
};

export function answers<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

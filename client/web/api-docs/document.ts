/** The OpenAPI document as its pages read it: operations, responses, and the schemas that an operation uses. */

import { z } from 'zod';
import { type Schema, schema } from './fields.ts';

const content = z.record(z.string(), z.object({ schema: schema.optional() }));
const response = z.object({
  /** One of the responses of the components. */
  $ref: z.string().optional(),
  description: z.string().default(''),
  content: content.optional(),
});
type Response = z.output<typeof response>;

const operation = z.object({
  operationId: z.string().default(''),
  tags: z.array(z.string()).default([]),
  summary: z.string().default(''),
  description: z.string().default(''),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        required: z.boolean().default(false),
        description: z.string().default(''),
        schema: schema.optional(),
      }),
    )
    .default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), response),
});
/** One operation of the OpenAPI document. */
export type Route = z.output<typeof operation> & { method: string; path: string };

/** Schema of the parts of the OpenAPI document that the page shows. */
export const openApiDocument = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string().default('') }),
  tags: z.array(z.object({ name: z.string(), description: z.string().default('') })).default([]),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({
    schemas: z.record(z.string(), schema).default({}),
    responses: z.record(z.string(), response).default({}),
  }),
});
/** The parts of the OpenAPI document that the pages show. */
export type OpenApiDocument = z.output<typeof openApiDocument>;

/** The response itself, if it refers to a component. */
export function resolved({ $ref, ...own }: Response, { components }: OpenApiDocument): Response {
  return ($ref === undefined ? undefined : components.responses[nameOf($ref)]) ?? own;
}

/** The named schemas of the answers of an operation, with those that they name, each once and in the order of their names. */
export function schemasOf({ responses }: Route, document: OpenApiDocument): [name: string, schema: Schema][] {
  const found = new Map<string, Schema>();
  const add = (part: Schema | undefined): void => {
    if (part === undefined) return;
    const name = part.$ref === undefined ? undefined : nameOf(part.$ref);
    if (name !== undefined && !found.has(name)) {
      const named = document.components.schemas[name];
      if (named === undefined) return;
      found.set(name, named);
      add(named);
    }
    const { items, properties = {}, anyOf = [], oneOf = [], allOf = [] } = part;
    for (const inner of [items, ...Object.values(properties), ...anyOf, ...oneOf, ...allOf]) add(inner);
  };
  for (const response of Object.values(responses)) {
    for (const { schema: answer } of Object.values(resolved(response, document).content ?? {})) add(answer);
  }
  return [...found].sort(([one], [other]) => one.localeCompare(other));
}

function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

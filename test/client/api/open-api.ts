/** Reads the OpenAPI document for tests: requests that it accepts, and answers that it declares. */

import { z } from 'zod';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

type Content = Record<string, { schema: Schema }>;

export interface Operation {
  operationId: string;
  parameters?: { in: 'path' | 'query' | 'header'; name: string; required: boolean; schema: Schema }[];
  requestBody?: { content: Content };
  responses: Record<string, Response>;
}

interface Response {
  $ref?: string;
  description?: string;
  headers?: Record<string, unknown>;
  content?: Content;
}

export interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; responses: Record<string, Response> };
}

export interface Route extends Operation {
  method: string;
  path: string;
}

export function routesOf({ paths }: OpenApi): Route[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
}

export interface Answer {
  status: number;
  contentType: string | undefined;
  body: string;
}

/** Says what is wrong with an answer: nothing, where the document has it. */
export function answerChecker(document: OpenApi): (route: Route, answer: Answer) => string | undefined {
  const kept = new Map<Schema, z.ZodType>();
  const checkerOf = (schema: Schema) => {
    const known =
      kept.get(schema) ?? z.fromJSONSchema(whole(schema, document) as Parameters<typeof z.fromJSONSchema>[0]);
    kept.set(schema, known);
    return known;
  };
  return (route, { status, contentType, body }) => {
    const response = responseOf(route, status, document);
    if (response === undefined) return `status ${status} is not in the document`;
    const [type = ''] = contentType?.split(';') ?? [];
    if (response.content === undefined) return body === '' ? undefined : 'a body where there is none';
    const schema = response.content[type]?.schema;
    if (schema === undefined) return `${status} is never answered as ${type}`;
    const parsed = checkerOf(schema).safeParse(JSON.parse(body));
    return parsed.success ? undefined : z.prettifyError(parsed.error);
  };
}

/** The response that the document declares for a status. */
export function responseOf({ responses }: Operation, status: number, document: OpenApi): Response | undefined {
  const { $ref, ...response } = responses[status] ?? {};
  if ($ref !== undefined) return document.components.responses[$ref.slice($ref.lastIndexOf('/') + 1)];
  return responses[status] && response;
}

/** The problem codes that a response declares. */
export function codesOf(response: Response | undefined): unknown[] {
  const { allOf = [] } = response?.content?.['application/problem+json']?.schema ?? {};
  return allOf.flatMap(({ properties }) => properties?.['code']?.enum ?? []);
}

/** With every reference filled in; ours go in no circles. */
export function whole<T>(part: T, document: OpenApi): T {
  if (Array.isArray(part)) return part.map((each) => whole(each, document)) as T;
  if (typeof part !== 'object' || part === null) return part;
  if ('$ref' in part && typeof part.$ref === 'string') {
    const [kind, name = ''] = part.$ref.split('/').slice(-2);
    const { schemas, responses } = document.components;
    return whole((kind === 'schemas' ? schemas[name] : responses[name]) as T, document);
  }
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, whole(value, document)])) as T;
}

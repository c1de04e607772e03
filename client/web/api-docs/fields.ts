/** Schemas of the OpenAPI document as rows of a table: each field with its type and description. */

import { z } from 'zod';

/** The part of JSON Schema that the document uses. */
const schema = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  format: z.string().optional(),
  default: z.unknown().optional(),
  required: z.array(z.string()).default([]),
  get properties() {
    return z.record(z.string(), schema).optional();
  },
  get items() {
    return schema.optional();
  },
  get anyOf() {
    return z.array(schema).optional();
  },
  get oneOf() {
    return z.array(schema).optional();
  },
});
type Schema = z.output<typeof schema>;

const content = z.record(z.string(), z.object({ schema: schema.optional() }));
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
  responses: z.record(z.string(), z.object({ description: z.string().default(''), content: content.optional() })),
});
/** One operation of the OpenAPI document. */
export type Operation = z.output<typeof operation>;

/** Schema of the parts of the OpenAPI document that the page shows. */
export const openApiDocument = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string().default('') }),
  tags: z.array(z.object({ name: z.string(), description: z.string().default('') })).default([]),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), schema).default({}) }),
});

/** One field of a request or response, as a row of a table. */
export interface SchemaField {
  name: string;
  /** For example `one of a, b`, `list of string`, `Clock`. */
  type: string;
  required: boolean;
  description: string;
}

/** The fields of an object schema. Nested fields are named `clock.dueAt`; fields of list items `said[].at`. */
export function schemaFieldsOf({ properties = {}, required }: Schema, prefix = ''): SchemaField[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const own = {
      name: prefix + name,
      type: typeText(field),
      required: required.includes(name),
      description: descriptionOf(field),
    };
    return [
      own,
      ...schemaFieldsOf(field, `${prefix}${name}.`),
      ...(field.items ? schemaFieldsOf(field.items, `${prefix}${name}[].`) : []),
    ];
  });
}

/** `one of a, b`, `list of string`, `Clock`. */
export function typeText({ $ref, type, format, items, anyOf, oneOf, enum: options, const: only }: Schema): string {
  if ($ref) return $ref.slice($ref.lastIndexOf('/') + 1);
  if (only !== undefined) return JSON.stringify(only);
  if (options) return `one of ${options.join(', ')}`;
  const alternatives = anyOf ?? oneOf;
  if (alternatives) return [...new Set(alternatives.map(typeText))].join(' or ');
  if (items) return `list of ${typeText(items)}`;
  const kind = [type ?? 'anything'].flat().join(' or ');
  return format ? `${kind} (${format})` : kind;
}

function descriptionOf({ description = '', default: value }: Schema): string {
  return [description, value === undefined ? '' : `Default: ${JSON.stringify(value)}.`].filter(Boolean).join(' ');
}

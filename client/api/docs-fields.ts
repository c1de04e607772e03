/** Schemas of the OpenAPI document as rows that people read: which field, what it holds, whether it must be there. */

import { z } from 'zod';

/** As much of JSON Schema as our document uses. */
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
export type Operation = z.output<typeof operation>;

export const openApiDocument = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string().default('') }),
  tags: z.array(z.object({ name: z.string(), description: z.string().default('') })).default([]),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), schema).default({}) }),
});

export interface Field {
  name: string;
  holds: string;
  required: boolean;
  about: string;
}

/** Of an object; fields of fields go by `clock.dueAt`, those of a list's items by `said[].at`. */
export function fieldsOf({ properties = {}, required }: Schema, prefix = ''): Field[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const here = {
      name: prefix + name,
      holds: wordsFor(field),
      required: required.includes(name),
      about: aboutOf(field),
    };
    return [
      here,
      ...fieldsOf(field, `${prefix}${name}.`),
      ...(field.items ? fieldsOf(field.items, `${prefix}${name}[].`) : []),
    ];
  });
}

/** `one of a, b`, `list of string`, `Clock`. */
export function wordsFor({ $ref, type, format, items, anyOf, oneOf, enum: options, const: only }: Schema): string {
  if ($ref) return $ref.slice($ref.lastIndexOf('/') + 1);
  if (only !== undefined) return JSON.stringify(only);
  if (options) return `one of ${options.join(', ')}`;
  const ways = anyOf ?? oneOf;
  if (ways) return [...new Set(ways.map(wordsFor))].join(' or ');
  if (items) return `list of ${wordsFor(items)}`;
  const kind = [type ?? 'anything'].flat().join(' or ');
  return format ? `${kind} (${format})` : kind;
}

function aboutOf({ description = '', default: value }: Schema): string {
  return [description, value === undefined ? '' : `Without it: ${JSON.stringify(value)}.`].filter(Boolean).join(' ');
}

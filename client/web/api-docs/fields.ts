/** Schemas of the OpenAPI document as rows of a table: each field with its type and description. */

import { z } from 'zod';

/** The part of JSON Schema that the document uses. */
export const schema = z.object({
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
  get allOf() {
    return z.array(schema).optional();
  },
});
/** A schema of the document. */
export type Schema = z.output<typeof schema>;

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

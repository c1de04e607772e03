/** The table of the intake form has every field of the submission schema exactly once. */

import { expect, test } from 'vitest';
import { z } from 'zod';
import { actRequest } from '../../../../client/contract/acts.ts';
import { submission } from '../../../../client/contract/submission.ts';
import { translatorFor } from '../../../../client/i18n/i18n.ts';
import { ADDITION_FIELDS } from '../../../../client/web/intake/addition-fields.tsx';
import { isList, type SubmissionField, type ValueField } from '../../../../client/web/intake/field-definition.ts';
import { fieldsOfStep, STEPS, stepOf } from '../../../../client/web/intake/steps.ts';
import { SUBMISSION_FIELDS } from '../../../../client/web/intake/submission-fields.ts';
import { LANGUAGES } from '../../../../domain/words/languages.ts';

interface JsonSchema {
  type?: string;
  format?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: string[];
  oneOf?: JsonSchema[];
}

const TABLE: Readonly<Record<string, SubmissionField>> = SUBMISSION_FIELDS;

/** Each single value by its name: `handling.code`; in rows `indicators[].country`. */
function leaves(schema: JsonSchema, name = ''): [string, JsonSchema][] {
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([key, each]) => leaves(each, name ? `${name}.${key}` : key));
  }
  return schema.items?.properties ? leaves(schema.items, `${name}[]`) : [[name, schema]];
}

function fieldsOfTable(table: Readonly<Record<string, SubmissionField>>): [string, ValueField][] {
  return Object.entries(table).flatMap(([name, field]): [string, ValueField][] =>
    isList(field) ? Object.entries(field.rows).map(([key, each]) => [`${name}[].${key}`, each]) : [[name, field]],
  );
}

function schemaLeaves(schema: z.ZodType): Map<string, JsonSchema> {
  return new Map(leaves(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema));
}

test('every field of the schema has one row, and every row a field of the schema', () => {
  const names = fieldsOfTable(TABLE).map(([name]) => name);
  expect(names.toSorted()).toEqual([...schemaLeaves(submission).keys()].toSorted());
});

test('a field that is added to the schema and not to the table is reported', () => {
  const extended = z.strictObject({
    ...(submission as unknown as z.ZodObject).shape,
    reviewedBy: z.string().exactOptional(),
  });
  const names = new Set(fieldsOfTable(TABLE).map(([name]) => name));
  expect([...schemaLeaves(extended).keys()].filter((name) => !names.has(name))).toEqual(['reviewedBy']);
});

test('the type of each row is the one that the schema wants', () => {
  const schemas = schemaLeaves(submission);
  const wrong = fieldsOfTable(TABLE).filter(([name, { type }]) => !typesOf(schemas.get(name) ?? {}).includes(type));
  expect(wrong.map(([name]) => name)).toEqual([]);
});

function typesOf({ type, format, anyOf }: JsonSchema): ValueField['type'][] {
  if (anyOf) return ['country-or-null'];
  if (type === 'boolean') return ['flag'];
  if (type === 'array') return ['codes'];
  if (format === 'date-time') return ['instant'];
  return type === 'string' ? ['text', 'country'] : [];
}

test('a control offers every code of the schema', () => {
  const schemas = schemaLeaves(submission);
  const incomplete = fieldsOfTable(TABLE).filter(([name, { control }]) => {
    const { enum: codes, items } = schemas.get(name) ?? {};
    const offered = 'options' in control ? (control.options ?? []).map(({ value }) => value) : [];
    // The empty choice of a select stands for the code `none`.
    return (codes ?? items?.enum ?? []).some((code) => code !== 'none' && !offered.includes(code));
  });
  expect(incomplete.map(([name]) => name)).toEqual([]);
});

test('each field belongs to one step, and errors lead to it', () => {
  const names = STEPS.flatMap((step) => (step === 'check' ? [] : fieldsOfStep(step).map(([name]) => name)));
  expect(names.toSorted()).toEqual(Object.keys(TABLE).toSorted());
  for (const [name, { step }] of Object.entries(TABLE)) expect([name, stepOf(name)]).toEqual([name, step]);
  expect([stepOf('indicators.3.country'), stepOf('handling'), stepOf('')]).toEqual(['where', 'to-whom', 'check']);
});

test('what a supplement adds has fields of the same table', () => {
  const act = actRequest.options.find((option) => option.shape.type.value === 'supplement');
  const accepted = [...schemaLeaves(act as z.ZodType).keys()];
  const offered = fieldsOfTable(ADDITION_FIELDS).map(([name]) => `addition.${name}`);
  expect(offered.filter((name) => !accepted.includes(name))).toEqual([]);
  expect(Object.keys(ADDITION_FIELDS)).toEqual(['summary', 'indicators', 'originReferences', 'materials']);
});

test.each(LANGUAGES)('each field has a label and an error in %s', (language) => {
  const t = translatorFor(language);
  const keys = fieldsOfTable(TABLE).flatMap(([, { label, error, hint }]) => [label, error, ...(hint ? [hint] : [])]);
  expect(keys.filter((key) => t(key) === key || t(key) === '')).toEqual([]);
});

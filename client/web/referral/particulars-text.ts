/** The particulars of a referral as headed texts for documents: the same values as on the page. */

import { z } from 'zod';
import type { Language } from '../../../domain/words/languages.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { FORM_STEPS, isList } from '../intake/field-definition.ts';
import { fieldText } from '../intake/field-text.ts';
import { fieldsOfStep, stepOf } from '../intake/steps.ts';

interface Writer {
  t: Translate;
  language: Language;
  zone: string;
}

const stored = z.object({
  submission: z.looseObject({}).optional(),
  addition: z.looseObject({}).optional(),
  loss: z.array(z.unknown()).default([]),
  schema: z.string().optional(),
  withheld: z.boolean().optional(),
});

/** Labels with values. A text of its own has an empty label. Fields without a label in the form have their names of the API. */
export function particularsRows(content: unknown, writer: Writer): [label: string, value: string][] {
  const { t } = writer;
  if (content === undefined || content === null) return [['', t('everywhere:unknown')]];
  if (typeof content !== 'object') return [['', String(content)]];
  const { submission, addition, loss, schema, withheld } = stored.safeParse(content).data ?? { loss: [] };
  const facts = submission ?? addition;
  if (facts === undefined) return propertyRows(content);
  const labelled = FORM_STEPS.flatMap(fieldsOfStep).map(([name, field]): [string, string] => [
    t(isList(field) ? field.title : field.label),
    fieldText(field, valueAt(facts, name), writer),
  ]);
  const notes: [string, string][] = [];
  if (withheld) notes.push(['', t('referral:particulars.withheld')]);
  if (schema) notes.push(['', t('intake:check.schema', { schema })]);
  const others = Object.fromEntries(Object.entries(facts).filter(([name]) => stepOf(name) === 'check'));
  return [
    ...labelled.filter(([, value]) => value !== ''),
    ...propertyRows(others),
    ...notes,
    ...propertyRows({ loss }),
  ];
}

/** `handling.code` is a property of a property. */
function valueAt(from: object, name: string): unknown {
  return name.split('.').reduce<unknown>((value, property) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.entries(value).find(([each]) => each === property)?.[1];
  }, from);
}

/** Every value with its path. */
function propertyRows(value: object, path = ''): [string, string][] {
  return Object.entries(value).flatMap(([name, each]): [string, string][] => {
    const at = path === '' ? name : `${path}.${name}`;
    if (each === null || each === '') return [];
    return typeof each === 'object' ? propertyRows(each, at) : [[at, String(each)]];
  });
}

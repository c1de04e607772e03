/** What is wrong with an entered submission: one message for each field, which says what to enter or select. */

import type { z } from 'zod';
import type { Language } from '../../../domain/words/languages.ts';
import type { InputFault } from '../../contract/parse.ts';
import { countryLabel, similarCountries } from '../../i18n/country-list.ts';
import { type Translate, translatorFor } from '../../i18n/i18n.ts';
import type { FormFault } from '../viewer.ts';
import { isList, type SubmissionField, type ValueField } from './field-definition.ts';
import type { FieldsRead } from './read-fields.ts';
import { rowNameOf } from './row-names.ts';
import { SUBMISSION_FIELDS } from './submission-fields.ts';

type Issues = Pick<z.ZodError, 'issues'>['issues'];

/** Each fault with the name of its field in the form, in the order of the form. */
export function submissionFaults(
  { issues, unknownCountries }: { issues: Issues; unknownCountries: FieldsRead['unknownCountries'] },
  language: Language,
): FormFault[] {
  const t = translatorFor(language);
  const faults = new Map<string, string>();
  for (const { field, text } of unknownCountries) {
    faults.set(field, inRow(field, countryMessage(text, language, t), t));
  }
  for (const issue of issues) {
    const field = issue.path.join('.');
    if (!faults.has(field)) faults.set(field, inRow(field, messageOf(issue, fieldAt(field), t), t));
  }
  const inOrder = [...faults].sort(([one], [other]) => placeOf(one) - placeOf(other));
  return inOrder.map(([field, message]) => ({ field, message }));
}

/** The place in the table, then the row; what has no place comes last. */
function placeOf(name: string): number {
  const at = rowNameOf(name);
  const place = PLACES.indexOf(at?.list ?? name);
  return (place === -1 ? PLACES.length : place) + (at?.row ?? 0) / MOST_ROWS;
}

/** Names have at most four digits for a row. */
const MOST_ROWS = 10_000;

const PLACES = Object.keys(SUBMISSION_FIELDS);

/** For a fault in a JSON file. Unknown fields are counted, because their names come from the sender. */
export function fieldError({ field: name, unknown: count }: InputFault, t: Translate): string {
  if (count !== undefined) return t('intake:file.unknown-fields', { count });
  const field = fieldAt(name);
  if (field && !('rows' in field)) return inRow(name, t(field.error), t);
  return t('everywhere:field.check');
}

function messageOf(issue: z.core.$ZodIssue, field: SubmissionField | ValueField | undefined, t: Translate): string {
  if (field === undefined) return t('everywhere:field.check');
  const label = t('rows' in field ? field.title : field.label);
  if (issue.code === 'too_big') {
    const max = Number(issue.maximum);
    return t(issue.origin === 'string' ? 'intake:error.too-long' : 'intake:error.too-many', { label, max });
  }
  if (!('rows' in field)) return t(field.error);
  return t('everywhere:labelled', { label, value: t('everywhere:field.check') });
}

/** In characters. The field shows the whole text. */
const LONGEST_QUOTE = 60;

function countryMessage(entered: string, language: Language, t: Translate): string {
  const text = entered.trim().slice(0, LONGEST_QUOTE);
  const similar = similarCountries(text).map((country) => countryLabel(language, country));
  if (similar.length === 0) return t('intake:error.country', { text });
  const countries = new Intl.ListFormat(language, { type: 'disjunction' }).format(similar);
  return t('intake:error.country-similar', { text, countries });
}

/** Undefined if the table has no such field. */
function fieldAt(name: string): SubmissionField | ValueField | undefined {
  const at = rowNameOf(name);
  const field = tableRow(at?.list ?? name);
  if (at === undefined || field === undefined) return field;
  return isList(field) ? field.rows[at.property] : undefined;
}

function inRow(name: string, message: string, t: Translate): string {
  const at = rowNameOf(name);
  const list = at && tableRow(at.list);
  if (at === undefined || list === undefined || !isList(list)) return message;
  return t('everywhere:labelled', { label: t(list.rowTitle, { n: at.row + 1 }), value: message });
}

function tableRow(name: string): SubmissionField | undefined {
  const fields: Readonly<Record<string, SubmissionField>> = SUBMISSION_FIELDS;
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

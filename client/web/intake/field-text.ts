/** Values of a submission as text: on the check page, and among the particulars of a referral. */

import { countryName, languageName } from '../../i18n/countries.ts';
import { formatInstant } from '../../i18n/dates.ts';
import { labelled } from '../../i18n/labelled.ts';
import { withSemicolons } from '../../i18n/with-semicolons.ts';
import type { Viewer } from '../viewer.ts';
import { isList, type SubmissionField, type ValueField } from './field-definition.ts';
import { reportLabel, reportPerson } from './report-label.ts';
import { reportValue } from './report-value.ts';
import { PARTICULARS_ENTRY, SUBJECT } from './row-fields.ts';

type TextViewer = Pick<Viewer, 't' | 'language' | 'zone'>;

/** Empty if there is no value. The value may be of any shape: earlier versions stored others. */
export function fieldText(field: SubmissionField, value: unknown, reader: TextViewer): string {
  if (!isList(field)) return valueText(field, value, reader);
  return Array.isArray(value) ? value.map((row) => rowText(field.rows, row, reader)).join('\n') : '';
}

function valueText({ type, control, ...field }: ValueField, value: unknown, reader: TextViewer): string {
  const { t, language, zone } = reader;
  if (value === undefined || value === null) return type === 'country-or-null' ? t('everywhere:unknown') : '';
  if (Array.isArray(value)) {
    const texts = value.map((each) =>
      control.as === 'languages' ? languageName(language, `${each}`) : codeText(each),
    );
    return texts.join(control.as === 'languages' ? ', ' : '\n');
  }
  switch (type) {
    case 'country':
    case 'country-or-null':
      return countryName(language, `${value}`);
    case 'instant':
      return instantText(`${value}`);
    case 'flag':
      return flagText(value === true);
    default:
      return codeText(value);
  }

  function codeText(code: unknown): string {
    const option = 'options' in control ? control.options?.find((each) => each.value === code) : undefined;
    if (option) return t(option.label);
    return control.as === 'select' && control.none && isNone({ control }, code) ? t(control.none) : String(code);
  }

  function instantText(text: string): string {
    return Number.isNaN(Date.parse(text)) ? text : formatInstant(text, language, zone);
  }

  /** A box that is not ticked says nothing; of a file both answers count. */
  function flagText(isTrue: boolean): string {
    if (control.as !== 'hidden') return isTrue ? t(field.label) : '';
    return labelled(t, t(field.label), t(isTrue ? 'everywhere:yes' : 'everywhere:no'));
  }
}

/** `Finland: Legal process; 192.0.2.1; Verified`: the first two fields name the row. */
function rowText(rows: Readonly<Record<string, ValueField>>, row: unknown, reader: TextViewer): string {
  if (typeof row !== 'object' || row === null) return String(row);
  const values: Readonly<Record<string, unknown>> = { ...row };
  const [first = '', second = '', ...others] = Object.entries(rows).map(([name, field]) => {
    const value = values[name];
    const text = isNone(field, value) ? '' : cellText(field, values, value, reader);
    return field.type === 'instant' && text !== '' ? labelled(reader.t, reader.t(field.label), text) : text;
  });
  const head = second === '' ? first : labelled(reader.t, first, second);
  return withSemicolons([head, ...others].filter(Boolean), reader.t);
}

/** The values of a report are stored as in the file, with their paths. */
function cellText(
  field: ValueField,
  row: Readonly<Record<string, unknown>>,
  value: unknown,
  reader: TextViewer,
): string {
  const text = valueText(field, value, reader);
  switch (field) {
    case PARTICULARS_ENTRY.label:
      return reportLabel(text, reader.t);
    case PARTICULARS_ENTRY.value:
      return reportValue(`${row['label']}`, text, reader);
    case SUBJECT.reference:
      return reportPerson(text, reader.t);
    default:
      return text;
  }
}

/** Schemas have the code `none` where the form has an empty choice. */
function isNone({ control }: Pick<ValueField, 'control'>, value: unknown): boolean {
  return value === 'none' && control.as === 'select' && control.none !== undefined;
}

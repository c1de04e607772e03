/** Fields of the table as controls: those of one step of the form, or those that a supplement may add to. */

import { CountryList } from '../parts/country-input.tsx';
import { FieldControl } from './field-control.tsx';
import { isList, type SubmissionField } from './field-definition.ts';
import { ListRows } from './list-rows.tsx';

interface Props {
  /** By name in the form, with any prefix: `addition.summary`. */
  fields: readonly (readonly [string, SubmissionField])[];
  /** ISO 639-1 codes to select from. */
  languages?: readonly string[];
  /** How many empty rows a list has beside the one at the end. */
  moreRows: (list: string) => number;
  /** Whether rows are added and removed by buttons. */
  buttons?: boolean;
}

/** The fields of a table as form controls. */
export function TableFields({ fields, languages = [], moreRows, buttons = false }: Props) {
  return (
    <>
      {fields.some(([, field]) => hasCountry(field)) && <CountryList />}
      {fields.map(([name, field]) =>
        isList(field) ? (
          <ListRows list={name} field={field} more={moreRows(name)} buttons={buttons} />
        ) : (
          <FieldControl name={name} field={field} languages={languages} />
        ),
      )}
    </>
  );
}

function hasCountry(field: SubmissionField): boolean {
  const fields = isList(field) ? Object.values(field.rows) : [field];
  return fields.some(({ type }) => type === 'country' || type === 'country-or-null');
}

/** What a supplement may add to a referral: fields of the same table, with the names of the act's request. */

import { type FormValues, useViewer } from '../viewer.ts';
import type { SubmissionField } from './field-definition.ts';
import { SUBMISSION_FIELDS } from './submission-fields.ts';
import { TableFields } from './table-fields.tsx';

/** The name of the addition in the act's request. */
export const ADDITION = 'addition';
const PREFIX = `${ADDITION}.`;

/** By name without the prefix. */
export const ADDITION_FIELDS: Readonly<Record<string, SubmissionField>> = Object.fromEntries(
  Object.entries<SubmissionField>(SUBMISSION_FIELDS).filter(([, { addition }]) => addition !== undefined),
);

/** The fields of a supplement. */
export function AdditionFields() {
  const { t } = useViewer();
  const fields = Object.entries(ADDITION_FIELDS).map(
    ([name, field]) => [`${PREFIX}${name}`, 'rows' in field ? field : { ...field, ...field.addition }] as const,
  );
  return (
    <>
      <p class="govuk-body">{t('intake:rows.two')}</p>
      <TableFields fields={fields} moreRows={() => 1} />
    </>
  );
}

/** The values of an act's form that belong to the addition, without the prefix. */
export function additionValues(values: FormValues): FormValues {
  const own = Object.entries(values).filter(([name]) => name.startsWith(PREFIX));
  return Object.fromEntries(own.map(([name, texts]) => [name.slice(PREFIX.length), texts]));
}

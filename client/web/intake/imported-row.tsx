/** An entry of particulars from a report file: its name and value, which open to change or remove it. */

import { useViewer } from '../viewer.ts';
import { FieldControl } from './field-control.tsx';
import { isOfReport, reportLabel } from './report-label.ts';
import { reportValue } from './report-value.ts';
import { RemoveRow } from './row-button.tsx';
import { PARTICULARS_ENTRY } from './row-fields.ts';

interface Props {
  /** Its name in the form: `particulars.3`. */
  row: string;
  /** Whether it is removed by a button. */
  buttons: boolean;
}

/** In characters. The opened entry shows the whole value. */
const SHORT = 60;

/** Closed, so that the page of a long report stays short. The path in the file is not for people to change. */
export function ImportedRow({ row, buttons }: Props) {
  const viewer = useViewer();
  const { t, formValues, faults } = viewer;
  const [label = ''] = formValues[`${row}.label`] ?? [];
  const [value = ''] = formValues[`${row}.value`] ?? [];
  const name = reportLabel(label, t);
  const text = reportValue(label, value, viewer);
  const short = text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
  return (
    <details class="govuk-details" open={faults.some(({ field }) => field.startsWith(`${row}.`))}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{t('everywhere:labelled', { label: name, value: short })}</span>
      </summary>
      <div class="govuk-details__text">
        <fieldset class="govuk-fieldset">
          <legend class="govuk-visually-hidden">{name}</legend>
          <input type="hidden" name={`${row}.label`} value={label} />
          <FieldControl name={`${row}.value`} field={PARTICULARS_ENTRY.value} />
          {buttons && <RemoveRow row={row} of={name} />}
        </fieldset>
      </div>
    </details>
  );
}

/** A row whose path has a fault is shown as any other, so that a person can correct it. */
export function useIsImported(): (row: string) => boolean {
  const { formValues, faults } = useViewer();
  return (row) =>
    isOfReport(formValues[`${row}.label`]?.[0] ?? '') && faults.every(({ field }) => field !== `${row}.label`);
}

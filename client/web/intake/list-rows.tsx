/** The rows of a list in a form: those with values, and empty ones for more. */

import { useViewer } from '../viewer.ts';
import { FieldControl } from './field-control.tsx';
import type { ListField } from './field-definition.ts';
import { ImportedRow, useIsImported } from './imported-row.tsx';
import { AddRow, RemoveRow } from './row-button.tsx';

/** A report file may contain thousands of rows. The form shows the first ones and does not change the others. */
const MOST_ROWS = 20;

interface ListRowsProps {
  /** Its name in the form, with any prefix: `addition.indicators`. */
  list: string;
  field: ListField;
  /** Empty rows beside the one at the end. */
  more?: number;
  /** Whether rows are added and removed by buttons. */
  buttons?: boolean;
}

/** The rows of one list of the intake form, with one empty row for a further entry. */
export function ListRows({ list, field, more = 0, buttons = false }: ListRowsProps) {
  const { t } = useViewer();
  const isImported = useIsImported();
  const filled = useFilledRows(list);
  const shown = filled > MOST_ROWS ? MOST_ROWS : filled + 1 + more;
  const unseen = filled - shown;
  const title = (n: number) => t(field.rowTitle, { n });
  return (
    <div class="desk-rows">
      <h2 class="govuk-heading-m">{t(field.title)}</h2>
      {field.hint && <p class="govuk-body">{t(field.hint)}</p>}
      <input type="hidden" name={`shown.${list.replaceAll('.', '-')}`} value={shown} />
      {[...Array(shown).keys()].map((n) =>
        isImported(`${list}.${n}`) ? (
          <ImportedRow row={`${list}.${n}`} buttons={buttons} />
        ) : (
          <fieldset class="govuk-fieldset desk-row">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{title(n + 1)}</legend>
            <RowFields row={`${list}.${n}`} field={field} />
            {buttons && n < filled && <RemoveRow row={`${list}.${n}`} of={title(n + 1)} />}
          </fieldset>
        ),
      )}
      {unseen > 0 && <p class="govuk-inset-text">{t('intake:rows.unseen', { count: unseen })}</p>}
      {buttons && unseen <= 0 && <AddRow list={list} of={title(shown + 1)} />}
    </div>
  );
}

/** Boxes share a cell of the grid, below each other. */
function RowFields({ row, field: { rows } }: { row: string; field: ListField }) {
  const shown = Object.entries(rows).filter(([, { control }]) => control.as !== 'hidden');
  const boxes = shown.filter(([, { type }]) => type === 'flag');
  const others = shown.filter(([, { type }]) => type !== 'flag');
  return (
    <>
      <div class="desk-row__fields">
        {others.map(([property, field]) => (
          <FieldControl name={`${row}.${property}`} field={field} />
        ))}
        {boxes.length > 0 && (
          <div>
            {boxes.map(([property, field]) => (
              <FieldControl name={`${row}.${property}`} field={field} />
            ))}
          </div>
        )}
      </div>
      <HiddenValues row={row} shown={shown.map(([property]) => property)} />
    </>
  );
}

/** The number of the last row that has a value. */
function useFilledRows(list: string): number {
  const { formValues } = useViewer();
  const rows = Object.entries(formValues).flatMap(([name, texts]) => {
    if (!name.startsWith(`${list}.`) || texts.every((text) => text.trim() === '')) return [];
    return [Number.parseInt(name.slice(list.length + 1), 10) + 1];
  });
  return rows.reduce((most, each) => Math.max(most, each), 0);
}

/** What a row from a file has beside its controls, such as the time of an observation. */
function HiddenValues({ row, shown }: { row: string; shown: readonly string[] }) {
  const { formValues } = useViewer();
  const others = Object.entries(formValues).filter(
    ([name]) => name.startsWith(`${row}.`) && !shown.includes(name.slice(row.length + 1)),
  );
  return (
    <>
      {others.map(([name, [value = '']]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

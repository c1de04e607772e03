/** Rows of a form that may be many: each list shows those that are filled in, and empty ones to go on with. */

import type { ComponentChildren } from 'preact';
import type { Key } from '../../i18n/i18n.ts';
import { type FormValues, useViewer } from '../viewer.ts';

/** A file may bring thousands: the rest is kept as it is. */
const MOST_ROWS = 20;

interface RowsProps {
  /** As in the submission, with whatever stands before it: `addition.indicators`. */
  list: string;
  legend: Key;
  /** What a row has fields for; whatever else it has, from a file, goes with it unseen. */
  fields: readonly string[];
  /** Empty rows beside the one. */
  more?: number | undefined;
  /** Whether rows are added and taken away by buttons. */
  buttons?: boolean | undefined;
  children: (row: string) => ComponentChildren;
}

export function Rows({ list, legend, fields, more = 0, buttons = false, children }: RowsProps) {
  const { words, typed } = useViewer();
  const filled = filledRows(typed, list);
  const shown = filled > MOST_ROWS ? MOST_ROWS : filled + 1 + more;
  const unseen = filled - shown;
  return (
    <div class="desk-rows">
      <input type="hidden" name={`shown.${list.replaceAll('.', '-')}`} value={shown} />
      {[...Array(shown).keys()].map((n) => (
        <fieldset class="govuk-fieldset desk-row">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{words(legend, { n: n + 1 })}</legend>
          <div class="desk-row__fields">{children(`${list}.${n}`)}</div>
          <Unseen row={`${list}.${n}`} fields={fields} />
          {buttons && n < filled && (
            <button class="govuk-button govuk-button--secondary" type="submit" name="go" value={`remove:${list}.${n}`}>
              {words('everywhere:remove')}
              <span class="govuk-visually-hidden">: {words(legend, { n: n + 1 })}</span>
            </button>
          )}
        </fieldset>
      ))}
      {unseen > 0 && <p class="govuk-inset-text">{words('intake:row.unseen', { count: unseen })}</p>}
      {buttons && unseen <= 0 && (
        <button class="govuk-button govuk-button--secondary" type="submit" name="go" value={`add:${list}`}>
          {words('everywhere:add')}
          <span class="govuk-visually-hidden">: {words(legend, { n: shown + 1 })}</span>
        </button>
      )}
    </div>
  );
}

/** How many rows of a list have something in them, the last one counted. */
function filledRows(typed: FormValues, list: string): number {
  const rows = Object.keys(typed).flatMap((name) => {
    if (!name.startsWith(`${list}.`) || typed[name]?.every((value) => value.trim() === '')) return [];
    return [Number.parseInt(name.slice(list.length + 1), 10) + 1];
  });
  return rows.reduce((most, each) => Math.max(most, each), 0);
}

function Unseen({ row, fields }: { row: string; fields: readonly string[] }) {
  const { typed } = useViewer();
  const others = Object.entries(typed).filter(
    ([name]) => name.startsWith(`${row}.`) && !fields.includes(name.slice(row.length + 1)),
  );
  return (
    <>
      {others.map(([name, [value = '']]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** One box of its own. */
export function Tick({ name, label }: { name: string; label: string }) {
  const { typed } = useViewer();
  const id = `f-${name.replaceAll('.', '-')}`;
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={name}
          type="checkbox"
          value="true"
          checked={typed[name]?.includes('true') ?? false}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          {label}
        </label>
      </div>
    </div>
  );
}

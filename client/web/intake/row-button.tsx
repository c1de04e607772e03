/** The buttons that add rows to a list of a form and remove them. */

import { useViewer } from '../viewer.ts';

/** Adds rows to the list; `of` names the next row for screen readers. */
export function AddRow({ list, of }: { list: string; of: string }) {
  return <RowButton go={`add:${list}`} does="everywhere:add" of={of} />;
}

/** Removes a row such as `indicators.2`. */
export function RemoveRow({ row, of }: { row: string; of: string }) {
  return <RowButton go={`remove:${row}`} does="everywhere:remove" of={of} />;
}

interface RowButtonProps {
  go: string;
  does: 'everywhere:add' | 'everywhere:remove';
  of: string;
}

function RowButton({ go, does, of }: RowButtonProps) {
  const { t } = useViewer();
  return (
    <button class="govuk-button govuk-button--secondary" type="submit" name="go" value={go}>
      {t(does)}
      <span class="govuk-visually-hidden">: {of}</span>
    </button>
  );
}

/** Selects referrals of a list, all of a page if wanted, for an act on many of them. */

import { type DirectoryLookup, handlerName, nameLookup } from '../../queries/names.ts';
import { Form, Select, Submit } from '../parts/form.tsx';
import { useSavedForm } from '../parts/refilled.tsx';
import { withQuery } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';

/** The id of the form that the boxes of the rows belong to. */
export const SELECTION = 'selection';

/** Whether the page was requested with all rows selected. */
export function isSelectAll(address: string): boolean {
  return new URL(address, 'http://localhost').searchParams.get('select') === 'all';
}

/** Selects all rows of the page, or none. A link, so that it works without script. Without rows to select, it keeps its place. */
export function SelectAll({ isOffered = true }: { isOffered?: boolean }) {
  const { t, address } = useViewer();
  const isAll = isSelectAll(address);
  return (
    <p class={isOffered ? 'desk-no-print' : 'desk-no-print desk-kept-place'}>
      <a class="govuk-link" href={withQuery(address, { select: isAll ? undefined : 'all' })}>
        {t(isAll ? 'waiting:select-none' : 'waiting:select-all')}
      </a>
    </p>
  );
}

interface SelectorProps {
  reference: string;
  /** Unique in the page; default: the reference. */
  of?: string;
  /** The value that is sent; default: the reference. */
  value?: string;
  checked: boolean;
  /** The action of the form that the box belongs to; default: the one of *Waiting for us*. */
  action?: string;
}

/** The box that selects a row. */
export function Selector({ reference, of = reference, value = reference, checked, action = ASSIGN }: SelectorProps) {
  const { t } = useViewer();
  const id = `select-${of}`;
  const isKept = useSavedForm(action)?.['reference']?.includes(value) ?? false;
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name="reference"
          type="checkbox"
          value={value}
          form={SELECTION}
          checked={checked || isKept}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          <span class="govuk-visually-hidden">
            {t('everywhere:column.select')} {reference}
          </span>
        </label>
      </div>
    </div>
  );
}

const ASSIGN = '/waiting/assign';

/** Assigns or acknowledges the selected referrals. The check boxes of the rows refer to this form by its id. */
export function SelectionForm({ lookup, mayAcknowledge }: { lookup: DirectoryLookup; mayAcknowledge: boolean }) {
  const viewer = useViewer();
  const { t, principal } = viewer;
  const person = principal?.person;
  const names = nameLookup(lookup, undefined);
  const colleagues = lookup.people
    .filter(({ id, officerAt }) => person && id !== person.personId && officerAt.includes(person.agencyId))
    .map(({ id }) => ({ value: id, label: handlerName(names, id, viewer) }));
  return (
    <Form id={SELECTION} action={ASSIGN} hidden={{ key: crypto.randomUUID() }}>
      <div class="desk-filter desk-no-print">
        {mayAcknowledge && (
          <button type="submit" class="govuk-button" formaction="/inbox/acknowledge">
            {t('partner:inbox.acknowledge')}
          </button>
        )}
        <Select
          name="personId"
          label={t('waiting:assign-to')}
          options={[{ value: 'me', label: t('officer:filter.me') }, ...colleagues]}
          value="me"
        />
        <Submit kind="secondary">{t('waiting:assign')}</Submit>
      </div>
    </Form>
  );
}

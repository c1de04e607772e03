/** The filters of a list: a form that changes only the address, so that a view can be saved and shared. */

import type { ComponentChildren } from 'preact';
import { useViewer } from '../viewer.ts';

interface Props {
  action: string;
  /** Parameters of the address that do not change. */
  keeps?: Readonly<Record<string, string | undefined>>;
  children: ComponentChildren;
}

/** Parameters of lists that are no filters. */
const NO_FILTERS = ['cursor', 'desk', 'done', 'format', 'limit', 'number', 'of', 'order', 'page', 'select', 'sort'];

/**
 * A form that filters a list. `keeps` are parameters of the address that stay unchanged. On phones it is closed until the
 * person opens it, so that the list comes first; its summary has the number of filters in force.
 */
export function FilterForm({ action, keeps = {}, children }: Props) {
  const { t, address } = useViewer();
  const inForce = [...new URL(address, 'http://localhost').searchParams].filter(
    ([name, value]) => value !== '' && !NO_FILTERS.includes(name) && keeps[name] === undefined,
  );
  return (
    <details class="desk-filter-box">
      <summary>{t('everywhere:list.filter-number', { number: inForce.length })}</summary>
      <form class="desk-filter" action={action} method="get" aria-label={t('everywhere:list.filter')}>
        {Object.entries(keeps).map(
          ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
        )}
        {children}
        <div class="desk-filter__buttons">
          <button type="submit" class="govuk-button govuk-button--secondary">
            {t('everywhere:list.apply')}
          </button>{' '}
          <a class="govuk-link" href={action}>
            {t('everywhere:list.clear')}
          </a>
        </div>
      </form>
    </details>
  );
}

/** The filters of a list: a form that changes only the address, so that a view can be saved and shared. */

import type { ComponentChildren } from 'preact';
import { useViewer } from '../viewer.ts';

interface Props {
  action: string;
  /** Parameters of the address that do not change. */
  keeps?: Readonly<Record<string, string | undefined>>;
  children: ComponentChildren;
}

/** A form that filters a list. `keeps` are parameters of the address that stay unchanged. */
export function FilterForm({ action, keeps = {}, children }: Props) {
  const { t } = useViewer();
  return (
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
  );
}

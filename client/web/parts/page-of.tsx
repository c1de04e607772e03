/** The number of the current page of a table, with links to the others. */

import { formatNumber } from '../../i18n/numbers.ts';
import { useViewer } from '../viewer.ts';
import { withQuery } from './table.tsx';

/** The page number, with links to the first and the next page. */
export function PageOf({ page, last }: { page: number; last: number }) {
  const { t, address: here, language } = useViewer();
  if (last <= 1) return null;
  return (
    <nav class="desk-list-foot" aria-label={t('everywhere:list.pages')}>
      <span>
        {formatNumber(page, language)} / {formatNumber(last, language)}
      </span>
      {page > 1 && <a href={withQuery(here, { page: undefined })}>{t('everywhere:list.first')}</a>}
      {page < last && <a href={withQuery(here, { page: String(page + 1) })}>{t('everywhere:list.next')}</a>}
    </nav>
  );
}

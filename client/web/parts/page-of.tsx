/** The number of the current page of a table, with links to the others. */

import { formatNumber } from '../../i18n/numbers.ts';
import { useViewer } from '../viewer.ts';
import { withQuery } from './table.tsx';

interface Props {
  page: number;
  last: number;
  /** The query parameter of the page number, if a page has several tables. */
  name?: string;
}

/** The page number, with links to the first and the next page. */
export function PageOf({ page, last, name = 'page' }: Props) {
  const { t, address: here, language } = useViewer();
  if (last <= 1) return null;
  return (
    <nav class="desk-list-foot" aria-label={t('everywhere:list.pages')}>
      <span>
        {formatNumber(page, language)} / {formatNumber(last, language)}
      </span>
      {page > 1 && <a href={withQuery(here, { [name]: undefined })}>{t('everywhere:list.first')}</a>}
      {page < last && <a href={withQuery(here, { [name]: String(page + 1) })}>{t('everywhere:list.next')}</a>}
    </nav>
  );
}

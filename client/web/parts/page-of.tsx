/** The number of the current page of a table, with links to the others. */

import { useViewer } from '../viewer.ts';
import { withQuery } from './table.tsx';

interface Props {
  page: number;
  last: number;
  /** The query parameter of the page number, if a page has several tables. */
  name?: string;
  /** What the table has, if a page has several: their links need names of their own. */
  of?: string;
}

/** The page number, with links to the first and the next page. */
export function PageOf({ page, last, name = 'page', of }: Props) {
  const { t, address: here } = useViewer();
  if (last <= 1) return null;
  const label = t('everywhere:list.pages');
  return (
    <nav class="desk-list-foot" aria-label={of === undefined ? label : t('everywhere:labelled', { label, value: of })}>
      <span>{t('everywhere:list.page', { page, last })}</span>
      {page > 1 && <a href={withQuery(here, { [name]: undefined })}>{t('everywhere:list.first')}</a>}
      {page < last && <a href={withQuery(here, { [name]: String(page + 1) })}>{t('everywhere:list.next')}</a>}
    </nav>
  );
}

/** Below a list: the total, the next page, and a download as CSV. */

import { useViewer } from '../viewer.ts';
import { withQuery } from './table.tsx';

/** The total, links to other pages of a list, and the link to its CSV file. */
export function ListFoot({ next, total }: { next?: string | undefined; total?: string | undefined }) {
  const { t, address } = useViewer();
  const isFirst = !new URL(address, 'http://localhost').searchParams.has('cursor');
  // A list whose pages are numbered has another navigation between them.
  const label = next !== undefined || !isFirst ? 'everywhere:list.pages' : 'everywhere:list.csv';
  return (
    <nav class="desk-list-foot" aria-label={t(label)}>
      {total && <span>{total}</span>}
      {!isFirst && <a href={withQuery(address, { cursor: undefined })}>{t('everywhere:list.first')}</a>}
      {next && (
        <a rel="next" href={withQuery(address, { cursor: next, select: undefined })}>
          {t('everywhere:list.next')}
        </a>
      )}
      <a href={withQuery(address, { format: 'csv', cursor: undefined })}>{t('everywhere:list.csv')}</a>
    </nav>
  );
}

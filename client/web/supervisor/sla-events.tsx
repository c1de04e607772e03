/** The events of the lane as a table. The number of each leads to its entry in the audit log. */

import type { Names } from '../../i18n/render-sentence.ts';
import { renderWithNames } from '../../i18n/render-sentence.ts';
import { actorName } from '../../queries/names.ts';
import { doneBy, type TimelineEntry } from '../../queries/timeline.ts';
import { DateAndTime } from '../parts/due.tsx';
import { rowsOfPage } from '../parts/numbered-page.ts';
import { PageOf } from '../parts/page-of.tsx';
import { Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';
import { auditOf } from './audit-address.ts';

/** So many of these, and the bars, fit on a page that is quick to come. */
export const EVENTS = 30;

interface Props {
  reference: string;
  /** All events of the lane. */
  events: readonly TimelineEntry[];
  names: Names;
  page: number;
}

/** One part of the events. */
export function SlaEvents({ reference, events, names, page }: Props) {
  const { t, language, principal } = useViewer();
  return (
    <>
      <Table
        caption={t('documents:events')}
        titled
        rows={rowsOfPage(events, page, EVENTS)}
        empty={t('pictures:sla.no-events')}
        columns={[
          {
            ...{ key: 'number', title: t('referral:column.number'), number: true },
            cell: ({ seq }) => (
              <a id={`entry-${seq}`} href={auditOf(reference, [seq])}>
                {seq}
              </a>
            ),
          },
          { key: 'at', title: t('referral:column.at'), cell: ({ at }) => <DateAndTime at={at} /> },
          { key: 'what', title: t('referral:column.what'), cell: ({ said }) => renderWithNames(said, language, names) },
          {
            ...{ key: 'by', title: t('referral:column.by') },
            cell: (entry) => actorName(doneBy(entry), names, principal?.person.agencyId, t),
          },
        ]}
      />
      <PageOf page={page} last={Math.ceil(events.length / EVENTS)} name="events" of={t('documents:events')} />
    </>
  );
}

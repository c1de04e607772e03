/** Who is late: each missed deadline with the contact point or agency that must act, the oldest first. */

import { formatNumber } from '../../i18n/numbers.ts';
import { MOST_COUNTED } from '../../queries/list.ts';
import { addressOfList } from '../../queries/list-address.ts';
import { type DirectoryLookup, nameLookup } from '../../queries/names.ts';
import { OVERDUE, type OverdueDeadline, type OverdueDeadlines } from '../../queries/overdue.ts';
import { Due } from '../parts/due.tsx';
import { Reference } from '../parts/reference.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { UrgencyTag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';

/** A table of missed deadlines, with a link to the list of all if these are not all. */
export function OverdueTable({ overdue, lookup }: { overdue: OverdueDeadlines; lookup: DirectoryLookup }) {
  const { t, language } = useViewer();
  const { deadlines, referrals: shown, total } = overdue;
  const columns: Column<OverdueDeadline>[] = [
    {
      ...{ key: 'who', title: t('waiting:overdue.who') },
      cell: ({ debtor: { agencyId, recipientId }, referral }) => {
        const names = nameLookup(lookup, referral);
        return recipientId ? `${names.recipient(recipientId)}, ${names.agency(agencyId)}` : names.agency(agencyId);
      },
    },
    { key: 'task', title: t('waiting:overdue.task'), cell: ({ clock }) => t(`codes:clockTask.${clock}`) },
    { key: 'due', title: t('everywhere:column.due'), cell: ({ dueAt }) => <Due at={dueAt} /> },
    {
      ...{ key: 'reference', title: t('everywhere:column.reference') },
      cell: ({ referral: { reference } }) => <Reference reference={reference} />,
    },
    {
      ...{ key: 'urgency', title: t('everywhere:column.urgency') },
      cell: ({ urgency }) => <UrgencyTag urgency={urgency} />,
    },
  ];
  return (
    <section class="desk-part">
      <Table
        caption={t('waiting:overdue.title')}
        titled
        columns={columns}
        rows={deadlines}
        rowKey={({ referral, clockId }) => `${referral.reference}-${clockId}`}
        isPart={total > shown}
        empty={t('waiting:overdue.none')}
      />
      {total > shown && (
        <p class="govuk-body">
          {total > MOST_COUNTED
            ? t('everywhere:list.more-than', { number: MOST_COUNTED })
            : t('waiting:overdue.shown', { shown, total: formatNumber(total, language) })}{' '}
          <a href={addressOfList('/referrals', OVERDUE)}>{t('waiting:overdue.all')}</a>
        </p>
      )}
    </section>
  );
}

/** Who is late: each missed deadline with the contact point or agency that must act, the oldest first. */

import { type DirectoryLookup, nameLookup } from '../../queries/names.ts';
import type { OverdueDeadline } from '../../queries/overdue.ts';
import { Due } from '../parts/due.tsx';
import { Reference } from '../parts/reference.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { UrgencyTag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';

/** A table of missed deadlines. */
export function OverdueTable({ overdue, lookup }: { overdue: readonly OverdueDeadline[]; lookup: DirectoryLookup }) {
  const { t } = useViewer();
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
        rows={overdue}
        rowKey={({ referral, clockId }) => `${referral.reference}-${clockId}`}
        empty={t('waiting:overdue.none')}
      />
    </section>
  );
}

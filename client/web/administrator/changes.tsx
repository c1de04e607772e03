/** The changes of a directory entry: who changed which fields, and when. */

import type { Edit } from '../../../prisma/store/directory-edit.ts';
import { describeLeaf } from '../auditor/leaf-details.ts';
import { DateAndTime } from '../parts/due.tsx';
import { Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';

/** The last changes of a directory entry. */
export function Changes({ edits }: { edits: readonly Edit[] }) {
  const { t } = useViewer();
  return (
    <Table
      caption={t('administrator:changes.title')}
      titled
      rows={edits}
      empty={t('administrator:changes.none')}
      columns={[
        { key: 'at', title: t('supervisor:audit.at'), cell: ({ at }) => <DateAndTime at={at} /> },
        { key: 'by', title: t('supervisor:audit.by'), cell: ({ byName }) => byName },
        { key: 'what', title: t('supervisor:audit.what'), cell: ({ leaf }) => describeLeaf(leaf, t) },
      ]}
    />
  );
}

/** Who changed an entry of the directory, when, and which fields: what they hold is above. */

import type { Edit } from '../../../prisma/store/directory-edit.ts';
import { describeLeaf } from '../auditor/leaf-details.ts';
import { When } from '../parts/due.tsx';
import { Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';

export function Changes({ edits }: { edits: readonly Edit[] }) {
  const { words } = useViewer();
  return (
    <Table
      caption={words('administrator:changes.title')}
      titled
      rows={edits}
      empty={words('administrator:changes.none')}
      columns={[
        { key: 'at', title: words('supervisor:audit.at'), cell: ({ at }) => <When at={at} /> },
        { key: 'by', title: words('supervisor:audit.by'), cell: ({ byName }) => byName },
        { key: 'what', title: words('supervisor:audit.what'), cell: ({ leaf }) => describeLeaf(leaf.about, words) },
      ]}
    />
  );
}

/** Referrals as a supervisor looks at many of them: where each stands, with whom, and how much time it has. */

import type { ComponentChildren } from 'preact';
import type { ListRow } from '../../desk/list.ts';
import type { Names } from '../../tell.ts';
import { countryName } from '../../words/countries.ts';
import { Due } from '../parts/due.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { StatusTag, Tag, UrgencyTag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';

interface Props {
  caption: string;
  rows: readonly ListRow[];
  names: Names;
  empty: ComponentChildren;
  /** Stand at the end of each row. */
  more?: readonly Column<ListRow>[];
}

export function ReferralTable({ caption, rows, names, empty, more = [] }: Props) {
  const { words } = useViewer();
  const columns: Column<ListRow>[] = [
    {
      key: 'reference',
      title: words('everywhere:column.reference'),
      cell: ({ reference }) => <ReferenceLink reference={reference} />,
    },
    { key: 'kind', title: words('everywhere:column.kind'), cell: ({ kind }) => words(`codes:kind.${kind}`) },
    {
      key: 'urgency',
      title: words('everywhere:column.urgency'),
      cell: ({ urgency }) => <UrgencyTag urgency={urgency} />,
    },
    { key: 'status', title: words('everywhere:column.status'), cell: ({ status }) => <StatusTag status={status} /> },
    {
      key: 'sender',
      title: words('everywhere:column.sender'),
      cell: ({ senderAgencyId }) => names.agency(senderAgencyId),
    },
    {
      key: 'recipients',
      title: words('everywhere:column.recipients'),
      cell: ({ recipients }) => <Recipients recipients={recipients} />,
    },
    { key: 'due', title: words('everywhere:column.next'), cell: (row) => <NextClock row={row} /> },
    ...more,
  ];
  return <Table caption={caption} columns={columns} rows={rows} empty={empty} titled />;
}

export function ReferenceLink({ reference }: { reference: string }) {
  return (
    <a class="desk-reference" href={`/referrals/${encodeURIComponent(reference)}`}>
      {reference}
    </a>
  );
}

function Recipients({ recipients }: Pick<ListRow, 'recipients'>) {
  const { language } = useViewer();
  return <>{[...new Set(recipients.map(({ country }) => countryName(language, country)))].join(', ')}</>;
}

function NextClock({ row: { nextClock, riskAt, breached } }: { row: ListRow }) {
  const { words } = useViewer();
  return (
    <>
      {nextClock ? (
        <>
          {words(`codes:clockName.${nextClock.clock}`)}: <Due at={nextClock.dueAt} riskAt={riskAt} />
        </>
      ) : (
        words('everywhere:time.none')
      )}
      {breached && (
        <>
          {' '}
          <Tag colour="red">{words('everywhere:time.breached')}</Tag>
        </>
      )}
    </>
  );
}

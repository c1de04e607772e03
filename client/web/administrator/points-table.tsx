/** The contact points of an agency: each leads to its details. */

import type { ContactPoint } from '../../../domain/routing/directory.ts';
import { countryName } from '../../i18n/countries.ts';
import { day } from '../../i18n/dates.ts';
import { Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';

export function PointsTable({ points }: { points: readonly ContactPoint[] }) {
  const { words, language, zone } = useViewer();
  return (
    <Table
      caption={words('administrator:point.many')}
      titled
      rows={points}
      empty={words('administrator:point.none')}
      columns={[
        {
          ...{ key: 'name', title: words('administrator:name') },
          cell: ({ id, name }) => <a href={`/admin/contact-points/${id}`}>{name}</a>,
        },
        {
          ...{ key: 'type', title: words('administrator:type') },
          cell: ({ type }) => words(`codes:contactPointType.${type}`),
        },
        {
          ...{ key: 'country', title: words('everywhere:column.country') },
          cell: ({ country }) => countryName(language, country),
        },
        { key: 'hours', title: words('administrator:point.hours'), cell: ({ hours, zone: its }) => `${hours} ${its}` },
        {
          ...{ key: 'verified', title: words('administrator:point.verified') },
          cell: ({ verifiedAt }) => day(verifiedAt, language, zone),
        },
      ]}
    />
  );
}

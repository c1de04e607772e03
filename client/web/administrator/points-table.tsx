/** The contact points of an agency: each leads to its details. */

import type { ContactPoint } from '../../../domain/routing/directory.ts';
import { countryName } from '../../i18n/countries.ts';
import { day } from '../../i18n/dates.ts';
import { hoursText } from '../../i18n/opening-hours.ts';
import { Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';

export function PointsTable({ points }: { points: readonly ContactPoint[] }) {
  const { t, language, zone } = useViewer();
  return (
    <Table
      caption={t('administrator:point.many')}
      titled
      rows={points}
      empty={t('administrator:point.none')}
      columns={[
        {
          ...{ key: 'name', title: t('administrator:name') },
          cell: ({ id, name, disabled }) => (
            <>
              <a href={`/admin/contact-points/${id}`}>{name}</a>{' '}
              {disabled && <Tag colour="grey">{t('administrator:agency.disabled')}</Tag>}
            </>
          ),
        },
        {
          ...{ key: 'type', title: t('administrator:type') },
          cell: ({ type }) => t(`codes:contactPointType.${type}`),
        },
        {
          ...{ key: 'country', title: t('everywhere:column.country') },
          cell: ({ country }) => countryName(language, country),
        },
        {
          key: 'hours',
          title: t('administrator:point.hours'),
          cell: ({ hours, zone: its }) => `${hoursText(hours, language)} ${its}`,
        },
        {
          ...{ key: 'verified', title: t('administrator:point.verified') },
          cell: ({ verifiedAt }) => day(verifiedAt, language, zone),
        },
      ]}
    />
  );
}

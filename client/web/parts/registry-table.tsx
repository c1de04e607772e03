/** Entries of the capability registry as a table: level, providers, confirmation, and who recorded it. */

import type { KnownCapability } from '../../../domain/routing/registry.ts';
import { useViewer } from '../viewer.ts';
import { DateAndTime } from './due.tsx';
import { Table } from './table.tsx';

/** An entry with the names that the table shows. */
export interface RegistryRow extends KnownCapability {
  /** The name of the country, if the table has several. */
  country?: string;
  /** The address of the page that changes the entry. */
  href?: string;
}

interface Props {
  caption: string;
  /** Shows the caption to those who see as well. */
  titled?: boolean;
  rows: readonly RegistryRow[];
  empty: string;
  /** Names of agencies by id. */
  names: ReadonlyMap<string, string>;
}

/** The table of entries. */
export function RegistryTable({ caption, titled = false, rows, empty, names }: Props) {
  const { t } = useViewer();
  const hasCountries = rows.some(({ country }) => country !== undefined);
  const hasLinks = rows.some(({ href }) => href !== undefined);
  const nameOf = (id: string) => names.get(id) ?? id;
  return (
    <Table
      caption={caption}
      titled={titled}
      rows={rows}
      empty={empty}
      columns={[
        ...(hasCountries
          ? [{ key: 'country', title: t('everywhere:column.country'), cell: ({ country }: RegistryRow) => country }]
          : []),
        {
          ...{ key: 'capability', title: t('supervisor:network.capability') },
          cell: ({ capability }) => t(`codes:capability.${capability}`),
        },
        {
          ...{ key: 'level', title: t('administrator:capability.level') },
          cell: ({ level }) => t(`supervisor:network.level.${level}`),
        },
        {
          ...{ key: 'stated', title: t('registry:stated') },
          cell: ({ stated }) => t(`supervisor:network.level.${stated}`),
        },
        {
          ...{ key: 'providers', title: t('administrator:capability.providers') },
          cell: ({ providerIds }) => providerIds.map(nameOf).join(', ') || '–',
        },
        {
          ...{ key: 'confirmed', title: t('registry:confirmed') },
          cell: ({ verifiedAt }) => (verifiedAt ? <DateAndTime at={verifiedAt} /> : t('registry:never')),
        },
        {
          ...{ key: 'recorded', title: t('registry:recorded') },
          cell: ({ recordedBy }) => (recordedBy ? nameOf(recordedBy.agencyId) : '–'),
        },
        ...(hasLinks
          ? [
              {
                key: 'change',
                title: t('registry:change'),
                action: true,
                cell: (row: RegistryRow) => <ChangeLink row={row} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function ChangeLink({ row: { href, capability } }: { row: RegistryRow }) {
  const { t } = useViewer();
  return (
    <a href={href ?? ''}>
      {t('registry:change')}
      <span class="govuk-visually-hidden"> {t(`codes:capability.${capability}`)}</span>
    </a>
  );
}

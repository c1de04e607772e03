/** Tables beside the map: load and answers by country and agency, and the capabilities of each country. */

import type { KnownLevel } from '../../../domain/routing/registry.ts';
import type { RouteDecision } from '../../../domain/routing/route.ts';
import { REGISTRY_CAPABILITIES, type RegistryCapability } from '../../../domain/vocabulary.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { addressOfList } from '../../queries/list-address.ts';
import type { NetworkAgency, NetworkCountry, NetworkFigures } from '../../queries/network.ts';
import { Reference } from '../parts/reference.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';

/** A country with its name in the language of the viewer. */
export type NamedCountry = NetworkCountry & { name: string };

/** More than these of a country are in the file. */
const FAILURES_SHOWN = 3;

interface AnswersProps {
  countries: readonly NamedCountry[];
  /** As on the map; absent if the map shows something else. */
  capability?: RegistryCapability;
}

/** The level of a capability in a country; `none` if the directory has no entry. */
export function capabilityLevelOf({ capabilities }: NetworkCountry, capability: RegistryCapability): KnownLevel {
  return capabilities.find((each) => each.capability === capability)?.level ?? 'none';
}

/** The table of answers by country. */
export function AnswersOfCountries({ countries, capability }: AnswersProps) {
  const { t, language } = useViewer();
  return (
    <Table
      caption={t('supervisor:network.answers')}
      titled
      rows={countries}
      empty={t('supervisor:network.none')}
      columns={[
        { key: 'country', title: t('everywhere:column.country'), cell: ({ name }) => name },
        ...(capability ? [levelColumn(capability, t)] : []),
        {
          ...{ key: 'points', title: t('supervisor:network.points'), number: true },
          cell: ({ contactPoints }) => formatNumber(contactPoints, language),
        },
        ...figureColumns<NamedCountry>(t, language),
        {
          ...{ key: 'unrouted', title: t('supervisor:network.unrouted') },
          cell: ({ unrouted }) => <Failures of={unrouted} />,
        },
      ]}
    />
  );
}

/** The level of a capability in each country. */
function levelColumn(capability: RegistryCapability, t: Translate): Column<NamedCountry> {
  return {
    ...{ key: capability, title: t(`codes:capability.${capability}`) },
    cell: (each) => t(`supervisor:network.level.${capabilityLevelOf(each, capability)}`),
  };
}

/** The table of load and timeliness by agency. */
export function AnswersOfAgencies({
  agencies,
  nameOf,
}: {
  agencies: readonly NetworkAgency[];
  nameOf: (id: string) => string;
}) {
  const { t, language } = useViewer();
  return (
    <Table
      caption={t('pictures:map.agencies')}
      titled
      rows={agencies}
      empty={t('pictures:map.seen-no-load')}
      columns={[
        { key: 'agency', title: t('everywhere:column.agency'), cell: ({ agencyId }) => nameOf(agencyId) },
        ...figureColumns<NetworkAgency>(t, language),
      ]}
    />
  );
}

/** Load, overdue, timeliness and silence. */
function figureColumns<Row extends NetworkFigures>(t: Translate, language: string): Column<Row>[] {
  return [
    { key: 'load', title: t('supervisor:network.load'), number: true, cell: ({ load }) => <Count {...load} /> },
    { key: 'overdue', title: t('pictures:map.overdue'), number: true, cell: ({ overdue }) => <Count {...overdue} /> },
    {
      ...{ key: 'in-time', title: t('supervisor:network.in-time'), number: true },
      cell: ({ responsiveness: { measured, inTime } }) =>
        measured === 0
          ? '–'
          : t('supervisor:network.share', { percent: formatNumber((inTime / measured) * 100, language), measured }),
    },
    { key: 'silent', title: t('supervisor:network.silent'), number: true, cell: ({ silent }) => <Count {...silent} /> },
  ];
}

function Count({ count, filter }: NetworkCountry['load']) {
  const { language } = useViewer();
  return count === 0 ? (
    <span>0</span>
  ) : (
    <a href={addressOfList('/referrals', filter)}>{formatNumber(count, language)}</a>
  );
}

function Failures({ of }: { of: NetworkCountry['unrouted'] }) {
  const { t } = useViewer();
  return (
    <>
      {of.slice(0, FAILURES_SHOWN).map(({ reference, reason }, n) => (
        <>
          {n > 0 && ', '}
          <Reference reference={reference} /> ({reasonIn(t, reason)})
        </>
      ))}
      {of.length > FAILURES_SHOWN && ` + ${of.length - FAILURES_SHOWN}`}
    </>
  );
}

type WhyNobody = RouteDecision['without'][number]['reason'];
const WHY_NOBODY: readonly WhyNobody[] = ['nobody-in-directory', 'nobody-left', 'needs-transfer-basis'];

function reasonIn(t: Translate, code: string): string {
  const reason = WHY_NOBODY.find((each) => each === code);
  return reason ? t(`codes:nobodyFound.${reason}`) : code;
}

/** The table of capabilities by country. */
export function CapabilitiesOfCountries({ countries }: { countries: readonly NamedCountry[] }) {
  const { t } = useViewer();
  return (
    <Table
      caption={t('supervisor:network.capabilities')}
      rows={countries}
      empty={t('supervisor:network.none')}
      columns={[
        { key: 'country', title: t('everywhere:column.country'), cell: ({ name }) => name },
        ...REGISTRY_CAPABILITIES.map((capability) => levelColumn(capability, t)),
      ]}
    />
  );
}

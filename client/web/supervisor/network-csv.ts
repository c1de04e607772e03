/** The network as tables for a spreadsheet, by country or by agency. */

import { REGISTRY_CAPABILITIES } from '../../../domain/vocabulary.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { NetworkAgency, NetworkCountry, NetworkFigures } from '../../queries/network.ts';
import type { Cell } from '../csv.ts';
import { capabilityLevelOf } from './network-tables.tsx';

/** One line for each country. */
export function countryCsv(countries: readonly NetworkCountry[], t: Translate): Cell[][] {
  const head = [
    t('everywhere:column.country'),
    ...REGISTRY_CAPABILITIES.map((capability) => t(`codes:capability.${capability}`)),
    ...[t('supervisor:network.points'), ...figureNames(t), t('supervisor:network.unrouted')],
  ];
  const rows = countries.map((each): Cell[] => [
    each.country,
    ...REGISTRY_CAPABILITIES.map((capability) => t(`supervisor:network.level.${capabilityLevelOf(each, capability)}`)),
    each.contactPoints,
    ...figuresOf(each),
    each.unrouted.map(({ reference }) => reference).join(' '),
  ]);
  return [head, ...rows];
}

/** One line for each agency. */
export function agencyCsv(agencies: readonly NetworkAgency[], nameOf: (id: string) => string, t: Translate): Cell[][] {
  const head = [t('administrator:id'), t('everywhere:column.agency'), ...figureNames(t)];
  return [head, ...agencies.map((each): Cell[] => [each.agencyId, nameOf(each.agencyId), ...figuresOf(each)])];
}

function figureNames(t: Translate): Cell[] {
  return [
    ...[t('supervisor:network.load'), t('pictures:map.overdue'), t('supervisor:network.measured')],
    ...[t('supervisor:network.in-time'), t('supervisor:network.silent')],
  ];
}

function figuresOf({ load, overdue, responsiveness, silent }: NetworkFigures): Cell[] {
  return [load.count, overdue.count, responsiveness.measured, responsiveness.inTime, silent.count];
}

/** The classes of a map: which pattern each country has, what it means, and the sentence that says what the map shows. */

import { VERIFIED_WITHIN_DAYS } from '../../../domain/routing/directory.ts';
import type { RegistryCapability } from '../../../domain/vocabulary.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { formatNumber, formatPercent } from '../../i18n/numbers.ts';
import { capabilityLevelOf, type NamedCountry } from './network-tables.tsx';

/** What the map can show. */
export const MAP_SUBJECTS = ['capability', 'load', 'late'] as const;

/** The patterns, from the emptiest to the fullest, one for what is not confirmed, and one for what has no value. */
export type MapPattern = 'none' | 'light' | 'partial' | 'full' | 'unverified' | 'empty';

/** A map of countries by class. */
export interface ClassedMap {
  /** The names of both maps: of the main one, and of the countries outside it. */
  title: string;
  far: string;
  legend: { pattern: MapPattern; name: string }[];
  /** The class of each country, as a position in `legend`. */
  classOf: ReadonlyMap<string, number>;
  /** What is seen. */
  seen: string;
}

interface Context {
  t: Translate;
  language: string;
}

/** The map of a capability by country of the network. */
export function capabilityMap(
  countries: readonly NamedCountry[],
  capability: RegistryCapability,
  { t }: Context,
): ClassedMap {
  const what = t(`codes:capability.${capability}`);
  const levels = ['full', 'partial', 'none', 'unverified'] as const;
  const members = countries.filter(({ isMember }) => isMember);
  const classOf = new Map(members.map((each) => [each.country, levels.indexOf(capabilityLevelOf(each, capability))]));
  const count = (level: (typeof levels)[number]) =>
    [...classOf.values()].filter((position) => levels[position] === level).length;
  return {
    title: t('supervisor:network.map', { capability: what }),
    far: t('supervisor:network.far', { capability: what }),
    legend: levels.map((level) => ({ pattern: level, name: t(`supervisor:network.level.${level}`) })),
    classOf,
    seen: t('registry:seen', {
      ...{ capability: what, full: count('full'), partial: count('partial'), none: count('none') },
      ...{ unverified: count('unverified'), days: VERIFIED_WITHIN_DAYS },
    }),
  };
}

/** The map of open referrals: none, and three classes of the same width. */
export function loadMap(countries: readonly NamedCountry[], { t, language }: Context): ClassedMap {
  const most = Math.max(0, ...countries.map(({ load }) => load.count));
  const step = Math.max(1, Math.ceil(most / 3));
  const range = (from: number, to: number) =>
    from === to
      ? formatNumber(from, language)
      : t('pictures:map.from-to', { from: formatNumber(from, language), to: formatNumber(to, language) });
  return {
    ...{ title: t('pictures:map.load'), far: t('pictures:map.load-far') },
    legend: [
      { pattern: 'none', name: t('pictures:map.no-load') },
      { pattern: 'light', name: range(1, step) },
      { pattern: 'partial', name: range(step + 1, 2 * step) },
      { pattern: 'full', name: t('pictures:map.from-on', { from: formatNumber(2 * step + 1, language) }) },
    ],
    classOf: new Map(countries.map(({ country, load }) => [country, Math.min(3, Math.ceil(load.count / step))])),
    seen: loadSeen(countries, { t, language }),
  };
}

function loadSeen(countries: readonly NamedCountry[], { t, language }: Context): string {
  const loaded = countries.filter(({ load }) => load.count > 0);
  const [first] = loaded.toSorted((one, other) => other.load.count - one.load.count);
  if (first === undefined) return t('pictures:map.seen-no-load');
  return t('pictures:map.seen-load', {
    ...{ count: loaded.length, country: first.name, most: formatNumber(first.load.count, language) },
    open: formatNumber(
      loaded.reduce((sum, { load }) => sum + load.count, 0),
      language,
    ),
    overdue: loaded.reduce((sum, { overdue }) => sum + overdue.count, 0),
  });
}

/** The bounds of the classes of late shares. */
const SOME = 0.1;
const MANY = 0.25;

/** The map of the share of late acknowledgements. */
export function lateMap(countries: readonly NamedCountry[], { t, language }: Context): ClassedMap {
  const percent = (share: number) => formatPercent(share, language);
  return {
    ...{ title: t('pictures:map.late'), far: t('pictures:map.late-far') },
    legend: [
      { pattern: 'none', name: t('pictures:map.none-late') },
      { pattern: 'light', name: t('pictures:map.up-to', { to: percent(SOME) }) },
      { pattern: 'partial', name: t('pictures:map.from-to', { from: percent(SOME), to: percent(MANY) }) },
      { pattern: 'full', name: t('pictures:map.more-than', { from: percent(MANY) }) },
      { pattern: 'empty', name: t('pictures:map.no-answers') },
    ],
    classOf: new Map(countries.map((each) => [each.country, lateClass(lateShare(each))])),
    seen: lateSeen(countries, { t, language }),
  };
}

/** Undefined if no answer was due. */
function lateShare({ responsiveness: { measured, inTime } }: NamedCountry): number | undefined {
  return measured === 0 ? undefined : (measured - inTime) / measured;
}

function lateClass(share: number | undefined): number {
  if (share === undefined) return 4;
  if (share === 0) return 0;
  if (share <= SOME) return 1;
  return share <= MANY ? 2 : 3;
}

function lateSeen(countries: readonly NamedCountry[], { t, language }: Context): string {
  const sum = (of: 'measured' | 'inTime') => countries.reduce((all, { responsiveness }) => all + responsiveness[of], 0);
  const [measured, inTime] = [sum('measured'), sum('inTime')];
  if (measured === inTime) return t('pictures:map.seen-none-late');
  const [worst] = countries.toSorted((one, other) => (lateShare(other) ?? -1) - (lateShare(one) ?? -1));
  return t('pictures:map.seen-late', {
    share: formatPercent((measured - inTime) / measured, language),
    ...{ country: worst?.name ?? '', most: formatPercent((worst && lateShare(worst)) ?? 0, language) },
  });
}

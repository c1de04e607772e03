/** Statistics as a table for a spreadsheet: a line for each group of each dimension, each ground, and each country and ground; times in hours. */

import type { Language } from '../../../domain/words/languages.ts';
import type { Translate } from '../../i18n/i18n.ts';
import {
  REQUEST_DIMENSIONS,
  type RequestRow,
  type RequestStatistics,
  refusalsByCountry,
} from '../../queries/request-statistics.ts';
import type { Cell } from '../csv.ts';
import { countryAndGround, requestRowName } from './statistics-tables.tsx';

const COUNTS = [
  'requested',
  'answered',
  'granted',
  'refused',
  'onward',
  'withoutResult',
  'inTime',
  'late',
  'lateAuthorisation',
  'overdue',
  'departures',
] as const satisfies (keyof RequestRow)[];
const TIMES = ['averageMs', 'medianMs', 'p90Ms'] as const;

/** The whole, each dimension, and the grounds of refusals. */
export function statisticsCsv(statistics: RequestStatistics, language: Language, t: Translate): Cell[][] {
  const head = [
    ...[t('supervisor:performance.by'), t('administrator:id'), t('administrator:name')],
    ...COUNTS.map((count) => t(`statistics:count.${count}`)),
    ...TIMES.map((time) => `${t(`statistics:count.${time}`)} (h)`),
  ];
  const refusals = (by: string, key: string, name: string, refused: number): Cell[] => [
    ...[by, key, name],
    ...COUNTS.map((count) => (count === 'refused' ? refused : '')),
    ...TIMES.map(() => ''),
  ];
  return [
    head,
    [t('supervisor:performance.whole'), '', '', ...cells(statistics.whole)],
    ...REQUEST_DIMENSIONS.flatMap((by) =>
      statistics[by].map((row): Cell[] => [
        ...[t(`statistics:of.${by}`), row.key, requestRowName(by, row.key, language, t)],
        ...cells(row),
      ]),
    ),
    ...statistics.whole.grounds.map(({ ground, count }) =>
      refusals(t('statistics:ground'), ground, t(`codes:declineGround.${ground}`), count),
    ),
    ...refusalsByCountry(statistics).map(({ key, country, ground, count }) =>
      refusals(t('statistics:country-and-ground'), key, countryAndGround(country, ground, language, t), count),
    ),
  ];
}

function cells(row: RequestRow): Cell[] {
  const hours = (milliseconds: number | undefined) =>
    milliseconds === undefined ? '' : Math.round(milliseconds / 36_000) / 100;
  return [...COUNTS.map((count) => row[count]), ...TIMES.map((time) => hours(row[time]))];
}

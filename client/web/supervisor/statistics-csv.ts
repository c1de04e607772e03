/** Statistics as a table for a spreadsheet: a line for each group of each dimension, and each ground; times in hours. */

import type { Language } from '../../../domain/words/languages.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { REQUEST_DIMENSIONS, type RequestRow, type RequestStatistics } from '../../queries/request-statistics.ts';
import type { Cell } from '../csv.ts';
import { requestRowName } from './statistics-tables.tsx';

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
  const refused = COUNTS.indexOf('refused');
  return [
    head,
    [t('supervisor:performance.whole'), '', '', ...cells(statistics.whole)],
    ...REQUEST_DIMENSIONS.flatMap((by) =>
      statistics[by].map((row): Cell[] => [
        ...[t(`statistics:of.${by}`), row.key, requestRowName(by, row.key, language, t)],
        ...cells(row),
      ]),
    ),
    ...statistics.whole.grounds.map(({ ground, count }): Cell[] => [
      ...[t('statistics:ground'), ground, t(`codes:declineGround.${ground}`)],
      ...COUNTS.map((_, index) => (index === refused ? count : '')),
      ...TIMES.map(() => ''),
    ]),
  ];
}

function cells(row: RequestRow): Cell[] {
  const hours = (milliseconds: number | undefined) =>
    milliseconds === undefined ? '' : Math.round(milliseconds / 36_000) / 100;
  return [...COUNTS.map((count) => row[count]), ...TIMES.map((time) => hours(row[time]))];
}

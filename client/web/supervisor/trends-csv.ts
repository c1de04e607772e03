/** The numbers of the pictures of Performance as tables for a spreadsheet. */

import type { Translate } from '../../i18n/i18n.ts';
import type { AgeGroup, TimeDistribution, TREND_DIMENSIONS, Trend } from '../../queries/trends.ts';
import type { Cell } from '../csv.ts';
import { ageLabels, timeLabels } from './trend-texts.ts';

/** One line for each group and month, of all groups. */
export function trendsCsv(
  trends: readonly Trend[],
  by: (typeof TREND_DIMENSIONS)[number],
  nameOf: (key: string) => string,
  t: Translate,
): Cell[][] {
  const head = [
    ...[t('administrator:id'), t(`supervisor:performance.of.${by}`), t('supervisor:performance.of.month')],
    ...[t('supervisor:sla.in-time'), t('referral:late')],
  ];
  const lines = trends.flatMap(({ key, months }) =>
    months.map(({ month, inTime, late }): Cell[] => [key, nameOf(key), month, inTime, late]),
  );
  return [head, ...lines];
}

/** One line for each range of times. */
export function timesCsv({ counts }: TimeDistribution, t: Translate): Cell[][] {
  const labels = timeLabels(t);
  return [
    [t('pictures:times.took'), t('pictures:times.answers')],
    ...counts.map((count, n): Cell[] => [labels[n], count]),
  ];
}

/** One line for each range of ages. */
export function agesCsv(ages: readonly AgeGroup[], t: Translate): Cell[][] {
  const labels = ageLabels(t);
  const head = [t('pictures:ages.since'), t('supervisor:network.load'), t('supervisor:sla.breached')];
  return [head, ...ages.map(({ open, overdue }, n): Cell[] => [labels[n], open, overdue])];
}

/** Performance as a table for a spreadsheet: one line for each value of each dimension; times in hours. */

import { DECLINE_GROUNDS, OUTCOMES } from '../../../domain/vocabulary.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { Dimension, Performance, PerformanceRow, Timeliness } from '../../queries/performance.ts';
import type { Cell } from '../csv.ts';

/** `nameOf` names a key. Both are columns. */
export function performanceCsv(
  byDimension: readonly Performance[],
  t: Translate,
  nameOf: (by: Dimension, key: string) => string,
): Cell[][] {
  const [first] = byDimension;
  return [
    headIn(t),
    ...(first ? [[t('supervisor:performance.whole'), '', '', ...figuresOf(first.whole)]] : []),
    ...byDimension.flatMap(({ by, rows }) =>
      rows.map((row) => [t(`supervisor:performance.of.${by}`), row.key, nameOf(by, row.key), ...figuresOf(row)]),
    ),
  ];
}

function headIn(t: Translate): Cell[] {
  const measures = [
    ...[t('supervisor:network.measured'), t('supervisor:sla.in-time'), t('referral:late')],
    ...[`${t('supervisor:performance.median')} (h)`, `${t('supervisor:performance.p90')} (h)`],
  ];
  const clocks = (['acknowledge', 'decide', 'outcome'] as const).map((clock) => t(`codes:clockName.${clock}`));
  const [grounds, outcomes] = [t('supervisor:performance.grounds'), t('supervisor:performance.outcomes')];
  return [
    ...[t('supervisor:performance.by'), t('administrator:id'), t('administrator:name')],
    ...[t('supervisor:performance.referrals'), t('supervisor:performance.recipients')],
    ...clocks.flatMap((clock) => measures.map((measure) => `${clock} – ${measure}`)),
    ...DECLINE_GROUNDS.map((ground) => `${grounds} – ${t(`codes:declineGround.${ground}`)}`),
    ...OUTCOMES.map((outcome) => `${outcomes} – ${t(`codes:outcome.${outcome}`)}`),
  ];
}

function figuresOf(row: PerformanceRow): Cell[] {
  return [
    ...[row.referrals.count, row.recipients],
    ...[row.acknowledge, row.decide, row.report].flatMap(keptCells),
    ...DECLINE_GROUNDS.map((name) => row.grounds.find(({ ground }) => ground === name)?.count ?? 0),
    ...OUTCOMES.map((name) => row.outcomes.find(({ outcome }) => outcome === name)?.count ?? 0),
  ];
}

function keptCells({ measured, inTime, late, medianMs, p90Ms }: Timeliness): Cell[] {
  return [measured, inTime.count, late.count, hours(medianMs), hours(p90Ms)];
}

function hours(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : Math.round(milliseconds / 36_000) / 100;
}

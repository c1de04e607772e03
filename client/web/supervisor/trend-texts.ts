/** What the pictures of Performance show, as sentences, and the names of their columns. */

import { formatSpan } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { formatNumber, formatPercent } from '../../i18n/numbers.ts';
import {
  AGE_BOUNDS_DAYS,
  type AgeGroup,
  TIME_BOUNDS_MS,
  type TimeDistribution,
  type Trend,
} from '../../queries/trends.ts';

const HOUR = 3_600_000;
const DAY_HOURS = 24;

/** `under 1 h`, `1 h to 4 h` … `30 d or more`. */
export function timeLabels(t: Translate): string[] {
  return rangeLabels(
    TIME_BOUNDS_MS.map((bound) => spanText(bound / HOUR, t)),
    t,
  );
}

/** `under 1 d` … `90 d or more`. */
export function ageLabels(t: Translate): string[] {
  return rangeLabels(
    AGE_BOUNDS_DAYS.map((days) => spanText(days * DAY_HOURS, t)),
    t,
  );
}

function rangeLabels(bounds: readonly string[], t: Translate): string[] {
  const [first = '', last = ''] = [bounds[0], bounds.at(-1)];
  const between = bounds.slice(1).map((to, n) => t('pictures:range.between', { from: bounds[n] ?? '', to }));
  return [t('pictures:range.under', { to: first }), ...between, t('pictures:range.over', { from: last })];
}

function spanText(hours: number, t: Translate): string {
  return hours < DAY_HOURS
    ? t('pictures:range.hours', { count: hours })
    : t('pictures:range.days', { count: hours / DAY_HOURS });
}

/** The share of deadlines met, that of the first and last month, and the groups with the highest and lowest share. */
export function trendsSeen(
  trends: readonly Trend[],
  nameOf: (key: string) => string,
  language: string,
  t: Translate,
): string {
  const answered = trends.filter(({ inTime, late }) => inTime + late > 0);
  if (answered.length === 0) return t('pictures:trend.none');
  const percent = (of: Counts) => formatPercent(shareOf(of), language);
  const months = monthsOf(answered).filter(({ inTime, late }) => inTime + late > 0);
  const [first, last] = [months[0], months.at(-1)];
  const ranked = answered.toSorted((one, other) => shareOf(other) - shareOf(one));
  const [best, worst] = [ranked[0], ranked.at(-1)];
  const sum = sumOf(answered);
  const counts = { met: formatNumber(sum.inTime, language), all: formatNumber(sum.inTime + sum.late, language) };
  const texts = [t('pictures:trend.whole', { share: percent(sum), ...counts })];
  if (first && last && first !== last) {
    texts.push(t('pictures:trend.change', { first: percent(first), last: percent(last) }));
  }
  if (best && worst && shareOf(best) > shareOf(worst)) {
    texts.push(
      t('pictures:trend.ends', {
        ...{ best: nameOf(best.key), bestShare: percent(best), worst: nameOf(worst.key), worstShare: percent(worst) },
      }),
    );
  }
  return texts.join(' ');
}

interface Counts {
  inTime: number;
  late: number;
}

function shareOf({ inTime, late }: Counts): number {
  return inTime / (inTime + late);
}

function sumOf(all: readonly Counts[]): Counts {
  return all.reduce((sum, each) => ({ inTime: sum.inTime + each.inTime, late: sum.late + each.late }), {
    inTime: 0,
    late: 0,
  });
}

/** The months of all groups together, in order of time. */
function monthsOf(trends: readonly Trend[]): Counts[] {
  return (trends[0]?.months ?? []).map((_, n) => sumOf(trends.flatMap(({ months }) => months[n] ?? [])));
}

/** How long half and 90% of the answers took, and the most frequent group. */
export function timesSeen({ counts, total, medianMs, p90Ms }: TimeDistribution, t: Translate): string {
  if (medianMs === undefined || p90Ms === undefined) return t('pictures:times.none');
  const most = counts.indexOf(Math.max(...counts));
  return t('pictures:times.seen', {
    ...{ count: total, median: formatSpan(medianMs / 60_000, t), p90: formatSpan(p90Ms / 60_000, t) },
    ...{ range: timeLabels(t)[most] ?? '', most: counts[most] ?? 0 },
  });
}

/** How many referrals are open, how many of them are overdue, and how many are older than 30 days. */
export function agesSeen(ages: readonly AgeGroup[], t: Translate): string {
  const sum = (of: 'open' | 'overdue', from = 0) => ages.slice(from).reduce((all, each) => all + each[of], 0);
  const old = sum('open', AGE_BOUNDS_DAYS.indexOf(30) + 1);
  return t('pictures:ages.seen', { count: sum('open'), overdue: sum('overdue'), old });
}

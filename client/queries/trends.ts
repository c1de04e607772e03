/** What the pictures of Performance show: timeliness by month and group, the distribution of times, and ages of open referrals. */

import type { ListFilter } from '../../domain/list-query.ts';
import { lastTwelveMonths, type Months, monthsBetween } from '../../domain/months.ts';
import type { Person } from '../../domain/people.ts';
import { countsBetween, percentilesOf } from '../../domain/time-buckets.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readCounts } from '../../prisma/store/statistics-read.ts';
import { answersByMonth, openByPeriod, type TrendQuestion } from '../../prisma/store/trends.ts';
import { seesReferrals } from './list.ts';
import { bucketsOf } from './performance.ts';

/** The dimensions of the small multiples. */
export const TREND_DIMENSIONS = ['country', 'agency', 'kind', 'urgency'] as const;
/** The clocks of which answers are counted. */
export const TREND_CLOCKS = ['acknowledge', 'decide', 'report'] as const;

/** The answers of one group, with every month of the period. */
export interface Trend {
  key: string;
  inTime: number;
  late: number;
  months: { month: string; inTime: number; late: number }[];
}

/** Referrals submitted in these months; default: this month and the eleven before it. */
export interface TrendsQuestion extends Pick<TrendQuestion, 'by' | 'clock' | 'limit'> {
  months?: Months;
}

/** The groups with the most recipients, the largest first. */
export async function readTrends(
  { db }: { db: Database },
  viewer: Person,
  { months = lastTwelveMonths(new Date().toISOString()), ...question }: TrendsQuestion,
): Promise<Trend[]> {
  const rows = await answersByMonth(db, { agencyId: agencySeenBy(viewer), ...months, ...question });
  const all = monthsBetween(months);
  return [...Map.groupBy(rows, ({ key }) => key)].map(([key, found]) => {
    const sum = (of: 'inTime' | 'late') => found.reduce((total, each) => total + each[of], 0);
    const of = (month: string) => found.find((each) => each.month === month);
    return {
      ...{ key, inTime: sum('inTime'), late: sum('late') },
      months: all.map((month) => ({ month, inTime: of(month)?.inTime ?? 0, late: of(month)?.late ?? 0 })),
    };
  });
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Where the bars of the distribution begin, in milliseconds. The first begins at 0. */
export const TIME_BOUNDS_MS = [HOUR, 4 * HOUR, 12 * HOUR, DAY, 3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY];

/** How long answers took. */
export interface TimeDistribution {
  /** One more than `TIME_BOUNDS_MS`. */
  counts: number[];
  total: number;
  medianMs?: number;
  p90Ms?: number;
}

/** The distribution of the times to answer. A time near a bound may be counted on its other side: `BUCKET_ERROR`. */
export async function readDistribution(
  { db }: { db: Database },
  viewer: Person,
  { clock, months = lastTwelveMonths(new Date().toISOString()) }: Pick<TrendsQuestion, 'clock' | 'months'>,
): Promise<TimeDistribution> {
  const { groups } = await readCounts(db, { agencyId: agencySeenBy(viewer), ...months }, 'whole');
  const buckets = bucketsOf(groups[0]?.counts ?? new Map())[clock];
  const [medianMs, p90Ms] = percentilesOf(buckets, [0.5, 0.9]);
  return {
    counts: countsBetween(buckets, TIME_BOUNDS_MS),
    total: [...buckets.values()].reduce((sum, count) => sum + count, 0),
    ...(medianMs !== undefined && { medianMs }),
    ...(p90Ms !== undefined && { p90Ms }),
  };
}

/** Where the groups of ages begin, in days. */
export const AGE_BOUNDS_DAYS = [1, 3, 7, 14, 30, 90];

/** Open referrals of one group of ages. */
export interface AgeGroup {
  open: number;
  overdue: number;
  /** Filter for the list of the open ones. */
  filter: ListFilter;
}

/** Open referrals by the time since their submission, the youngest first: one more than `AGE_BOUNDS_DAYS`. */
export async function readAges(
  { db }: { db: Database },
  viewer: Person,
  now: Instant = new Date().toISOString(),
): Promise<AgeGroup[]> {
  const bounds = AGE_BOUNDS_DAYS.map((days) => new Date(Date.parse(now) - days * DAY).toISOString()).reverse();
  const rows = await openByPeriod(db, { agencyId: agencySeenBy(viewer), now }, bounds);
  return [...bounds, undefined]
    .map((submittedBefore, period): AgeGroup => {
      const submittedFrom = bounds[period - 1];
      const { open = 0, overdue = 0 } = rows.find((row) => row.period === period) ?? {};
      const times = { ...(submittedFrom && { submittedFrom }), ...(submittedBefore && { submittedBefore }) };
      return { open, overdue, filter: { desk: 'all', open: true, drill: false, ...times } };
    })
    .reverse();
}

function agencySeenBy(viewer: Person): string {
  return seesReferrals(viewer) ? viewer.agencyId : '';
}

/** Timeliness statistics: referrals sent, how fast recipients answered and how; each figure links to its referrals. */

import type { AnswerClock, ListFilter } from '../../domain/list-query.ts';
import { lastTwelveMonths, type Months, startOfMonth } from '../../domain/months.ts';
import type { Person } from '../../domain/people.ts';
import { percentilesOf, type TimeBuckets } from '../../domain/time-buckets.ts';
import {
  DECLINE_GROUNDS,
  type DeclineGround,
  KINDS,
  OUTCOMES,
  type Outcome,
  URGENCIES,
} from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import {
  type CountDimension,
  type CountedGroup,
  type CountedMonths,
  type ExactTimes,
  type GroupSlice,
  readCounts,
  readExactTimes,
} from '../../prisma/store/statistics-read.ts';
import { seesReferrals } from './list.ts';

/** The dimensions by which the statistics are grouped. */
export const DIMENSIONS = ['agency', 'country', 'kind', 'urgency', 'month'] as const;
/** What answers are grouped by, for example the agency or the month. */
export type Dimension = (typeof DIMENSIONS)[number];

/** The query. Default of `months`, in which the referrals were submitted: this month and the eleven before it. */
export interface PerformanceQuestion extends GroupSlice {
  by: Dimension;
  months?: Months;
  /** Reads every recipient, for exact percentiles. Otherwise their error is at most `BUCKET_ERROR`. */
  exact?: boolean;
}

/** The timeliness of all answers and of each group. */
export interface Performance {
  months: Months;
  by: Dimension;
  /** All referrals of the months. */
  whole: PerformanceRow;
  /** The requested groups: by number of recipients, months in order of time. */
  rows: PerformanceRow[];
  /** The number of all groups. */
  groups: number;
}

/** The timeliness of one group. */
export interface PerformanceRow {
  /** The agency's id, the country, kind, urgency, or the month as `2026-11`; empty for `whole`. */
  key: string;
  /** Referrals that have recipients; `recipients` counts each recipient. */
  referrals: Figure;
  recipients: number;
  acknowledge: Timeliness;
  decide: Timeliness;
  /** The first report, interim or final. */
  report: Timeliness;
  /** The most frequent ground first. */
  grounds: (Figure & { ground: DeclineGround })[];
  outcomes: (Figure & { outcome: Outcome })[];
}

/** A count of recipients (of referrals in `referrals`), and the filter for the list of their referrals. */
export interface Figure {
  count: number;
  filter: ListFilter;
}

/** How many answers were due, in time and late, with their durations. */
export interface Timeliness {
  clock: AnswerClock;
  /** Recipients that answered, or whose time to answer is over. */
  measured: number;
  inTime: Figure;
  late: Figure;
  /** Filter for the list of the referrals that were answered. */
  answered: ListFilter;
  /** Median of the time to answer, in milliseconds. Absent without answers. The next field is the 90th percentile. */
  medianMs?: number;
  p90Ms?: number;
}

/** Statistics over all referrals that the viewer's agency sees. */
export async function readPerformance(
  { db }: { db: Database },
  viewer: Person,
  { by, months = lastTwelveMonths(new Date().toISOString()), exact = false, ...slice }: PerformanceQuestion,
): Promise<Performance> {
  const counted = { agencyId: seesReferrals(viewer) ? viewer.agencyId : '', ...months };
  const read = async (dimension: CountDimension, filterOf: (key: string) => ListFilter, of: GroupSlice = {}) => {
    const [{ groups, total }, times] = await Promise.all([
      readCounts(db, counted, dimension, of),
      exact ? exactTimesOf(db, counted, dimension) : undefined,
    ]);
    return { total, rows: groups.map((group) => rowOf(group, filterOf(group.key), times)) };
  };
  const sent = sentIn(months);
  const [whole, groups] = await Promise.all([
    read('whole', () => sent),
    read(by, (key) => ({ ...sent, ...filterOf(by, key) }), slice),
  ]);
  const rows = by === 'month' ? groups.rows.sort(byKey) : groups.rows;
  return {
    months,
    by,
    whole: whole.rows[0] ?? rowOf({ key: '', counts: new Map() }, sent),
    rows,
    groups: groups.total,
  };
}

type ExactByKey = Map<string, ExactTimes>;

async function exactTimesOf(db: Database, counted: CountedMonths, by: CountDimension): Promise<ExactByKey> {
  return new Map((await readExactTimes(db, counted, by)).map((times) => [times.key, times]));
}

function sentIn({ from, to }: Months): ListFilter {
  return { desk: 'all', sentOn: true, submittedFrom: startOfMonth(from), submittedBefore: startOfMonth(to, 1) };
}

/** The filter for the referrals of one group. */
function filterOf(by: Dimension, key: string): Partial<ListFilter> {
  switch (by) {
    case 'agency':
      return { recipientAgency: key };
    case 'country':
      return { country: key };
    case 'kind':
      return { kind: among(KINDS, key) };
    case 'urgency':
      return { urgency: among(URGENCIES, key) };
    case 'month':
      return { submittedFrom: startOfMonth(key), submittedBefore: startOfMonth(key, 1) };
  }
}

function rowOf({ key, counts }: CountedGroup, filter: ListFilter, exact?: ExactByKey): PerformanceRow {
  const buckets = bucketsOf(counts);
  const figure = (count: number, more: Partial<ListFilter> = {}): Figure => ({ count, filter: { ...filter, ...more } });
  const timely = (name: CountedClock): Timeliness => {
    const clock = CLOCK_OF[name];
    const [inTime, late] = [counts.get(`${name}:in-time`) ?? 0, counts.get(`${name}:late`) ?? 0];
    return {
      ...{ clock, measured: inTime + late },
      inTime: figure(inTime, { kept: { clock, inTime: true } }),
      late: figure(late, { kept: { clock, inTime: false } }),
      answered: { ...filter, answered: clock },
      ...(exact ? exactPercentiles(exact.get(key)?.[name]) : percentiles(buckets[name])),
    };
  };
  return {
    ...{ key, referrals: figure(counts.get('referrals') ?? 0), recipients: counts.get('recipients') ?? 0 },
    ...{ acknowledge: timely('acknowledge'), decide: timely('decide'), report: timely('report') },
    grounds: DECLINE_GROUNDS.flatMap((ground) =>
      some(counts.get(`ground:${ground}`), (count) => ({ ground, ...figure(count, { ground }) })),
    ).sort(byCount),
    outcomes: OUTCOMES.flatMap((outcome) =>
      some(counts.get(`outcome:${outcome}`), (count) => ({ outcome, ...figure(count, { outcome }) })),
    ).sort(byCount),
  };
}

/** The clocks as counts name them. */
const CLOCK_OF = { acknowledge: 'acknowledge', decide: 'decide', report: 'outcome' } as const;
type CountedClock = keyof typeof CLOCK_OF;

type Percentiles = Pick<Timeliness, 'medianMs' | 'p90Ms'>;

function percentiles(buckets: TimeBuckets): Percentiles {
  return exactPercentiles(percentilesOf(buckets, [0.5, 0.9]));
}

/** The times to answer each clock, by bucket. In one pass, because the groups of a page have thousands of counts. */
export function bucketsOf(counts: CountedGroup['counts']): Record<CountedClock, TimeBuckets> {
  const buckets = { acknowledge: new Map<number, number>(), decide: new Map(), report: new Map() };
  for (const [measure, count] of counts) {
    const colon = measure.indexOf(':');
    const [name, bucket] = [measure.slice(0, colon), Number(measure.slice(colon + 1))];
    if (isCounted(name) && !Number.isNaN(bucket)) buckets[name].set(bucket, count);
  }
  return buckets;
}

function isCounted(name: string): name is CountedClock {
  return Object.hasOwn(CLOCK_OF, name);
}

function exactPercentiles(times: readonly (number | null | undefined)[] | null = null): Percentiles {
  const [medianMs, p90Ms] = times ?? [];
  return { ...(typeof medianMs === 'number' && { medianMs }), ...(typeof p90Ms === 'number' && { p90Ms }) };
}

/** Empty for a count of 0: most of the many rows have no such answer. */
function some<T>(count: number | undefined, make: (count: number) => T): T[] {
  return count ? [make(count)] : [];
}

function among<T extends string>(names: readonly T[], key: string): T {
  const found = names.find((name) => name === key);
  if (found === undefined) throw new Error(`No such word: ${key}.`);
  return found;
}

function byCount(one: Figure, other: Figure): number {
  return other.count - one.count;
}

function byKey(one: PerformanceRow, other: PerformanceRow): number {
  return one.key < other.key ? -1 : 1;
}

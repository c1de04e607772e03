/** Timeliness statistics: referrals sent, how fast recipients answered and how; each figure links to its referrals. */

import type { AnswerClock, ListFilter } from '../../domain/list-query.ts';
import type { Person } from '../../domain/people.ts';
import {
  DECLINE_GROUNDS,
  type DeclineGround,
  type Instant,
  KINDS,
  OUTCOMES,
  type Outcome,
  URGENCIES,
} from '../../domain/vocabulary.ts';
import type { AnswerColumns } from '../../prisma/store/answer-columns.ts';
import { readAnswers } from '../../prisma/store/answers.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { seesReferrals } from './list.ts';
import { type Grouping, ordersOf, type Tally, talliesOf, tallyOf } from './tally.ts';

/** The dimensions by which the statistics are grouped. */
export const DIMENSIONS = ['agency', 'country', 'kind', 'urgency', 'month'] as const;
/** What answers are grouped by, for example the agency or the month. */
export type Dimension = (typeof DIMENSIONS)[number];

/** Period of the referrals' submission; `before` is exclusive. Months are in UTC. */
export interface Period {
  from: Instant;
  before: Instant;
}

/** The timeliness of all answers and of each group. */
export interface Performance {
  period: Period;
  /** All referrals of the period. */
  whole: PerformanceRow;
  /** By number of referrals; months in order of time. */
  by: Record<Dimension, PerformanceRow[]>;
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

/**
 * Statistics over all referrals that the viewer's agency sees. Default period: this month and the eleven before it.
 * Dimensions that are not requested have no rows.
 */
export async function readPerformance(
  { db }: { db: Database },
  viewer: Person,
  period: Period = lastTwelveMonths(new Date()),
  wanted: readonly Dimension[] = DIMENSIONS,
): Promise<Performance> {
  const answers = await readAnswers(db, seesReferrals(viewer) ? viewer.agencyId : '', period);
  const orders = ordersOf(answers);
  const rows = (dimension: Dimension) => {
    if (!wanted.includes(dimension)) return [];
    const { filterOf, ...grouping } = division(answers, dimension, period);
    return talliesOf(answers, orders, grouping)
      .filter(({ recipients }) => recipients > 0)
      .map((tally) => rowOf(tally, { ...sentIn(period), ...filterOf(tally.key) }));
  };
  return {
    period,
    whole: rowOf(tallyOf(answers, orders), sentIn(period)),
    by: {
      agency: rows('agency').sort(byVolume),
      country: rows('country').sort(byVolume),
      kind: rows('kind').sort(byVolume),
      urgency: rows('urgency').sort(byVolume),
      month: rows('month').sort(byKey),
    },
  };
}

interface Division extends Grouping {
  /** The filter for the referrals of one key. */
  filterOf(key: string): Partial<ListFilter>;
}

function division(answers: AnswerColumns, dimension: Dimension, period: Period): Division {
  const { agencies, agency, countries, country, kind, urgency, submittedAt, first } = answers;
  switch (dimension) {
    case 'agency':
      return { keys: agencies, of: agency, first: first.ofAgency, filterOf: (key) => ({ recipientAgency: key }) };
    case 'country':
      return { keys: countries, of: country, first: first.ofCountry, filterOf: (key) => ({ country: key }) };
    case 'kind':
      return { keys: KINDS, of: kind, first: first.ofReferral, filterOf: (key) => ({ kind: among(KINDS, key) }) };
    case 'urgency': {
      const filterOf = (key: string) => ({ urgency: among(URGENCIES, key) });
      return { keys: URGENCIES, of: urgency, first: first.ofReferral, filterOf };
    }
    case 'month':
      return { ...monthsOf(submittedAt), first: first.ofReferral, filterOf: (key) => submittedIn(key, period) };
  }
}

function lastTwelveMonths(now: Date): Period {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  const instant = (ofMonth: number) => new Date(Date.UTC(year, ofMonth)).toISOString();
  return { from: instant(month - 11), before: instant(month + 1) };
}

function sentIn({ from, before }: Period): ListFilter {
  return { desk: 'all', sentOn: true, submittedFrom: from, submittedBefore: before };
}

/** The filter for the part of the month that lies in the period. */
function submittedIn(month: string, { from, before }: Period): Partial<ListFilter> {
  const begins = `${month}-01T00:00:00.000Z`;
  const start = new Date(begins);
  const ends = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1)).toISOString();
  return { submittedFrom: begins > from ? begins : from, submittedBefore: ends < before ? ends : before };
}

function monthsOf(submittedAt: Float64Array): Pick<Grouping, 'keys' | 'of'> {
  const places = new Map<number, number>();
  const of = new Int32Array(submittedAt.length);
  const day = new Date(0);
  submittedAt.forEach((at, row) => {
    day.setTime(at);
    const month = day.getUTCFullYear() * 12 + day.getUTCMonth();
    const place = places.get(month) ?? places.size;
    places.set(month, place);
    of[row] = place;
  });
  const keys = [...places.keys()].map(
    (month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
  );
  return { keys, of };
}

function rowOf({ key, recipients, referrals, clocks, grounds, outcomes }: Tally, filter: ListFilter): PerformanceRow {
  const figure = (count: number, more: Partial<ListFilter> = {}): Figure => ({ count, filter: { ...filter, ...more } });
  const kept = (clock: AnswerClock): Timeliness => {
    const { inTime, late, ...quantiles } = clocks[clock];
    const [early, tardy] = [true, false].map((isInTime) => ({ kept: { clock, inTime: isInTime } }));
    const figures = { measured: inTime + late, inTime: figure(inTime, early), late: figure(late, tardy) };
    return { clock, ...figures, answered: { ...filter, answered: clock }, ...quantiles };
  };
  return {
    ...{ key, referrals: figure(referrals), recipients },
    ...{ acknowledge: kept('acknowledge'), decide: kept('decide'), report: kept('outcome') },
    grounds: DECLINE_GROUNDS.flatMap((ground, n) =>
      some(grounds[n], (count) => ({ ground, ...figure(count, { ground }) })),
    ).sort(byCount),
    outcomes: OUTCOMES.flatMap((outcome, n) =>
      some(outcomes[n], (count) => ({ outcome, ...figure(count, { outcome }) })),
    ).sort(byCount),
  };
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

function byVolume(one: PerformanceRow, other: PerformanceRow): number {
  return other.recipients - one.recipients;
}

function byKey(one: PerformanceRow, other: PerformanceRow): number {
  return one.key < other.key ? -1 : 1;
}

/** Statistics of requests by month of the event, as in Directive (EU) 2023/977 art. 18: a past month never changes. */

import { type Months, monthsBetween } from '../../domain/months.ts';
import type { Person } from '../../domain/people.ts';
import type { RequestSide } from '../../domain/statistics/request-events.ts';
import { BUCKET_ERROR, meanOf, percentilesOf } from '../../domain/time-buckets.ts';
import { DECLINE_GROUNDS, type DeclineGround, type Kind, type LegalInstrument } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import {
  type CountedRequests,
  type RequestDimension,
  readRequestCounts,
  requestSides,
} from '../../prisma/store/request-statistics-read.ts';
import type { Counts } from '../../prisma/store/statistics-read.ts';
import { seesReferrals } from './list.ts';

/** The dimensions of the statistics, in the order of tables. */
export const REQUEST_DIMENSIONS = [
  'country',
  'countryUrgency',
  'urgency',
  'kind',
  'month',
] as const satisfies RequestDimension[];

/** The query. Default of `side`: the first on which the agency has requests, in the order coordinated, received, made. */
export interface RequestQuestion {
  months: Months;
  side?: RequestSide;
  /** Only requests of this kind, and only those under this instrument. */
  kind?: Kind;
  instrument?: LegalInstrument;
}

/** The statistics of one agency over a period. */
export interface RequestStatistics {
  side: RequestSide;
  /** The sides on which the agency has requests. */
  sides: RequestSide[];
  months: Months;
  /** The kind and the legal instrument to which the figures are limited; absent if they are of all. */
  onlyKind?: Kind;
  onlyInstrument?: LegalInstrument;
  /** The largest relative error of each time. */
  error: number;
  whole: RequestRow;
  country: RequestRow[];
  countryUrgency: RequestRow[];
  urgency: RequestRow[];
  kind: RequestRow[];
  /** Every month of the period, in order of time. */
  month: RequestRow[];
}

/** The requests of one group. Each count is of events in the period: an answer may belong to an earlier request. */
export interface RequestRow {
  /** Country, country and urgency (`FI:urgent`), urgency, kind or month; empty for `whole`. An international agency has no country. */
  key: string;
  requested: number;
  /** All answers: granted, refused, referred onward, without a result. */
  answered: number;
  granted: number;
  refused: number;
  onward: number;
  withoutResult: number;
  /** The most frequent ground first. */
  grounds: { ground: DeclineGround; count: number }[];
  inTime: number;
  late: number;
  /** Of the late answers, those that waited for a judicial authorisation. */
  lateAuthorisation: number;
  /** Deadlines that passed without an answer. */
  overdue: number;
  /** Extensions because of a judicial authorisation: Directive (EU) 2023/977 art. 5(2) and 18(2)(d). */
  departures: number;
  /** From the request to its answer, in milliseconds; absent without answers. */
  averageMs?: number;
  medianMs?: number;
  p90Ms?: number;
}

/** Statistics over all requests that the viewer's agency sees. */
export async function readRequestStatistics(
  { db }: { db: Database },
  viewer: Person,
  { months, side, kind, instrument }: RequestQuestion,
): Promise<RequestStatistics> {
  const of = { agencyId: seesReferrals(viewer) ? viewer.agencyId : '', ...months };
  const sides = await requestSides(db, of);
  const chosen = side ?? (['coordinated', 'received', 'made'] as const).find((each) => sides.includes(each)) ?? 'made';
  const wanted = { ...of, side: chosen, ...(kind && { kind }), ...(instrument && { instrument }) };
  const read = async (by: RequestDimension) => (await readRequestCounts(db, wanted, by)).map(rowOf);
  const [[whole = rowOf({ key: '', counts: {} })], country, countryUrgency, urgency, byKind, month] = await Promise.all(
    [read('whole'), read('country'), read('countryUrgency'), read('urgency'), read('kind'), read('month')],
  );
  return {
    ...{ side: chosen, sides, months, error: BUCKET_ERROR, whole },
    ...{ ...(kind && { onlyKind: kind }), ...(instrument && { onlyInstrument: instrument }) },
    ...{ country, countryUrgency, urgency, kind: byKind },
    month: monthsBetween(months).map((key) => month.find((row) => row.key === key) ?? rowOf({ key, counts: {} })),
  };
}

/** Refusals by country and ground: Directive (EU) 2023/977 art. 18(2)(c). The key is as `FI:no-jurisdiction`. */
export function refusalsByCountry({ country }: RequestStatistics) {
  return country.flatMap(({ key, grounds }) =>
    grounds.map(({ ground, count }) => ({ key: `${key}:${ground}`, country: key, ground, count })),
  );
}

/** The months from January to December. */
export function monthsOfYear(year: number): Months {
  return { from: `${year}-01`, to: `${year}-12` };
}

function rowOf({ key, counts }: CountedRequests): RequestRow {
  const n = (name: string) => counts[name] ?? 0;
  const [granted, refused, onward, withoutResult] = [n('granted'), n('refused'), n('onward'), n('without-result')];
  return {
    ...{ key, requested: n('requested'), answered: granted + refused + onward + withoutResult },
    ...{ granted, refused, onward, withoutResult },
    grounds: DECLINE_GROUNDS.map((ground) => ({ ground, count: n(`ground:${ground}`) }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count),
    ...{ inTime: n('in-time'), late: n('late'), lateAuthorisation: n('late-authorisation') },
    ...{ overdue: n('overdue'), departures: n('departure') },
    ...times(counts),
  };
}

function times(counts: Counts): Pick<RequestRow, 'averageMs' | 'medianMs' | 'p90Ms'> {
  const buckets = new Map<number, number>();
  for (const [name, count] of Object.entries(counts)) {
    if (name.startsWith('took:')) buckets.set(Number(name.slice('took:'.length)), count);
  }
  const averageMs = meanOf(buckets);
  const [medianMs, p90Ms] = percentilesOf(buckets, [0.5, 0.9]);
  if (averageMs === undefined || medianMs === undefined || p90Ms === undefined) return {};
  return { averageMs, medianMs, p90Ms };
}

/** Reads the counts of requests as one agency sees them, with the changes that were not added to the counts yet. */

import type { Months } from '../../domain/months.ts';
import { REQUEST_SIDES, type RequestSide } from '../../domain/statistics/request-events.ts';
import type { Kind, LegalInstrument } from '../../domain/vocabulary.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';
import { instrumentPrefix, REQUEST_CHANGES, requestCounts } from './request-statistics.ts';
import type { Counts } from './statistics-read.ts';

/** What the counts are grouped by: `countryUrgency` has keys as `FI:urgent`, and `whole` makes one group with an empty key. */
export type RequestDimension = 'month' | 'country' | 'countryUrgency' | 'kind' | 'urgency' | 'whole';

/** The events of these months, as the agency sees them. */
export interface RequestMonths extends Months {
  agencyId: string;
  side: RequestSide;
  /** Only of this kind, and only under this instrument. */
  kind?: Kind;
  instrument?: LegalInstrument;
}

const GROUPINGS = {
  ...{ month: 'month', country: 'country', kind: 'kind', urgency: 'urgency', whole: `''` },
  countryUrgency: `country || ':' || urgency`,
} as const;

/** The counts of one group. */
export interface CountedRequests {
  key: string;
  counts: Counts;
}

/** The counts by group, in the order of their keys. */
export async function readRequestCounts(
  db: Queries,
  { agencyId, side, from, to, kind, instrument }: RequestMonths,
  by: RequestDimension,
): Promise<CountedRequests[]> {
  const isOfKind = kind === undefined ? Prisma.sql`TRUE` : Prisma.sql`kind = ${kind}`;
  const prefix = instrument === undefined ? '' : instrumentPrefix(instrument);
  const isUnderIt = prefix ? Prisma.sql`starts_with(measure, ${prefix})` : Prisma.sql`NOT starts_with(measure, 'of:')`;
  const isWanted = Prisma.sql`v.agency_id = ${agencyId} AND v.side = ${side} AND s.month BETWEEN ${from} AND ${to}`;
  return db.$queryRaw<CountedRequests[]>`
    SELECT key, jsonb_object_agg(measure, n) AS counts FROM (
      SELECT ${Prisma.raw(GROUPINGS[by])} AS key, substr(measure, ${prefix.length + 1}::int) AS measure, sum(n)::int AS n FROM (
        SELECT month, country, kind, urgency, each.measure, each.n::int
        FROM request_statistic, jsonb_each_text(counts) AS each (measure, n)
        WHERE agency_id = ${agencyId} AND side = ${side} AND month BETWEEN ${from} AND ${to}
        UNION ALL
        SELECT month, country, kind, urgency, measure, n FROM (${requestCounts(REQUEST_CHANGES, isWanted)}) AS pending
      ) AS part (month, country, kind, urgency, measure, n)
      WHERE ${isOfKind} AND ${isUnderIt}
      GROUP BY 1, 2
    ) AS summed WHERE n <> 0 GROUP BY key ORDER BY key`;
}

/** The sides on which the agency has requests in these months. */
export async function requestSides(db: Queries, { agencyId, from, to }: Months & { agencyId: string }) {
  const rows = await db.$queryRaw<{ side: RequestSide }[]>`
    SELECT DISTINCT side FROM (
      SELECT side FROM request_statistic WHERE agency_id = ${agencyId} AND month BETWEEN ${from} AND ${to}
      UNION ALL
      SELECT side FROM (${requestCounts(
        REQUEST_CHANGES,
        Prisma.sql`v.agency_id = ${agencyId} AND s.month BETWEEN ${from} AND ${to}`,
      )}) AS pending
    ) AS found`;
  const found = new Set(rows.map(({ side }) => side));
  return REQUEST_SIDES.filter((side) => found.has(side));
}

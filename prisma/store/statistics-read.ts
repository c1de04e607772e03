/** Reads statistics as one agency sees them, with the changes that were not added to the counts yet. */

import { type Months, startOfMonth } from '../../domain/months.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';
import { isAtRisk, isVisibleRecipient } from './party-filter.ts';
import { partyCounts, recipientCounts } from './statistic-counts.ts';
import { PARTY_CHANGES, RECIPIENT_CHANGES } from './statistics.ts';

/** The counts by name: see `statistic-counts.ts`. */
export type Counts = Record<string, number>;

/** The counts of one group. */
export interface CountedGroup {
  key: string;
  /** By name: see `statistic-counts.ts`. */
  counts: ReadonlyMap<string, number>;
}

/** What is counted: referrals that were submitted in these months, as the agency sees them. */
export interface CountedMonths extends Months {
  agencyId: string;
}

/** What the counts are grouped by; `whole` makes one group with an empty key. */
export type CountDimension = 'agency' | 'country' | 'kind' | 'urgency' | 'month' | 'whole';

/** Part of the groups. */
export interface GroupSlice {
  /** This group alone. */
  key?: string;
  offset?: number;
  limit?: number;
}

/** Of whole and of months, the rows by urgency are the fewest. */
const GROUPINGS = { agency: 'key', country: 'key', kind: 'key', urgency: 'key', month: 'month', whole: `''` } as const;

/** Reads the counts by group, those with the most recipients first; and how many groups there are. */
export async function readCounts(
  db: Queries,
  { agencyId, from, to }: CountedMonths,
  by: CountDimension,
  { key, offset = 0, limit }: GroupSlice = {},
): Promise<{ groups: CountedGroup[]; total: number }> {
  const dimension = by === 'month' || by === 'whole' ? 'urgency' : by;
  const grouping = Prisma.raw(GROUPINGS[by]);
  const isWanted = Prisma.sql`v.agency_id = ${agencyId} AND d.dimension = ${dimension} AND s.month BETWEEN ${from} AND ${to}`;
  const rows = await db.$queryRaw<{ key: string; total: number; parts: Counts[] }[]>`
    WITH pending AS (
      ${recipientCounts(RECIPIENT_CHANGES, isWanted)}
    ), part AS (
      SELECT ${grouping} AS key, recipients, counts FROM statistic
      WHERE agency_id = ${agencyId} AND dimension = ${dimension} AND month BETWEEN ${from} AND ${to}
      UNION ALL
      SELECT ${grouping}, coalesce(sum(n) FILTER (WHERE measure = 'recipients'), 0)::int, jsonb_object_agg(measure, n)
      FROM pending GROUP BY month, pending.key
    ), chosen AS (
      SELECT key, sum(recipients) AS recipients, count(*) OVER () AS total FROM part
      WHERE ${key ?? null}::text IS NULL OR key = ${key ?? null}
      GROUP BY key HAVING sum(recipients) > 0
      ORDER BY recipients DESC, key OFFSET ${offset} LIMIT ${limit ?? null}::int
    )
    SELECT key, total::int, (SELECT json_agg(counts) FROM part WHERE part.key = chosen.key) AS parts
    FROM chosen ORDER BY recipients DESC, key`;
  return { groups: rows.map(({ key, parts }) => ({ key, counts: summed(parts) })), total: rows[0]?.total ?? 0 };
}

/** A page has tens of thousands of counts. PostgreSQL would take several times as long for them. */
function summed(parts: readonly Counts[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const part of parts) {
    for (const [measure, count] of Object.entries(part)) sums.set(measure, (sums.get(measure) ?? 0) + count);
  }
  return sums;
}

/** Recipients of a country or agency that acknowledged or whose time to do so is over, and how many were in time. */
export interface GroupAnswers {
  key: string;
  measured: number;
  inTime: number;
}

/** Counts acknowledgements by country or agency. */
export async function answersBy(
  db: Queries,
  { agencyId, from, to }: CountedMonths,
  by: 'country' | 'agency',
): Promise<GroupAnswers[]> {
  const isWanted = Prisma.sql`v.agency_id = ${agencyId} AND d.dimension = ${by} AND s.month BETWEEN ${from} AND ${to}`;
  return db.$queryRaw<GroupAnswers[]>`
    SELECT key, sum(in_time + late)::int AS measured, sum(in_time)::int AS "inTime" FROM (
      SELECT key, coalesce((counts ->> 'acknowledge:in-time')::int, 0) AS in_time,
             coalesce((counts ->> 'acknowledge:late')::int, 0) AS late
      FROM statistic WHERE agency_id = ${agencyId} AND dimension = ${by} AND month BETWEEN ${from} AND ${to}
      UNION ALL
      SELECT key, CASE measure WHEN 'acknowledge:in-time' THEN n ELSE 0 END,
             CASE measure WHEN 'acknowledge:late' THEN n ELSE 0 END
      FROM (${recipientCounts(RECIPIENT_CHANGES, isWanted)}) AS pending
    ) AS part GROUP BY key`;
}

/**
 * Numbers of the agency's referrals by name: breached, at-risk, held, unresponsive, waiting-for-approval. Only what depends
 * on the present time is counted: clocks at risk, and clocks that ended and are not recorded as overdue yet.
 */
export async function readNowCounts(db: Queries, agencyId: string, now: Instant): Promise<Counts> {
  const rows = await db.$queryRaw<{ measure: string; n: number }[]>`
    SELECT measure, sum(n)::int AS n FROM (
      SELECT each.measure, each.n::int FROM statistic, jsonb_each_text(counts) AS each (measure, n)
      WHERE agency_id = ${agencyId} AND dimension = 'now'
      UNION ALL
      SELECT measure, n
      FROM (${partyCounts(PARTY_CHANGES)}) AS pending (agency_id, dimension, month, key, measure, n)
      WHERE agency_id = ${agencyId}
      UNION ALL
      SELECT 'breached', count(*) FROM party p
      WHERE p.agency_id = ${agencyId} AND p.next_due_at < ${now}::timestamptz AND NOT p.breached
      UNION ALL
      SELECT 'at-risk', count(*) FROM party p WHERE p.agency_id = ${agencyId} AND ${isAtRisk(now)}
    ) AS part (measure, n) GROUP BY measure`;
  return Object.fromEntries(rows.map(({ measure, n }) => [measure, n]));
}

/** Exact median and 90th percentile of the times to answer, in milliseconds; null without answers. */
export interface ExactTimes {
  key: string;
  acknowledge: (number | null)[] | null;
  decide: (number | null)[] | null;
  report: (number | null)[] | null;
}

/** Reads every recipient of the months that the agency sees. */
export async function readExactTimes(
  db: Queries,
  { agencyId, from, to }: CountedMonths,
  by: CountDimension,
): Promise<ExactTimes[]> {
  const grouping = Prisma.raw(EXACT_GROUPINGS[by]);
  return db.$queryRaw<ExactTimes[]>`
    SELECT key, ${percentiles('acknowledged_at - opened_at')} AS acknowledge,
      ${percentiles('decided_at - acknowledged_at')} AS decide, ${percentiles('reported_at - decided_at')} AS report
    FROM (
      SELECT ${grouping} AS key, opened_at, acknowledged_at, decided_at, reported_at FROM recipient r
      WHERE ${isVisibleRecipient(agencyId)} AND NOT r.drill AND r.submitted_at >= ${startOfMonth(from)}::timestamptz
        AND r.submitted_at < ${startOfMonth(to, 1)}::timestamptz
    ) AS seen GROUP BY key`;
}

const EXACT_GROUPINGS = {
  ...{ agency: 'agency_id', country: 'country::text', kind: 'kind', urgency: 'urgency', whole: `''` },
  month: `to_char(submitted_at AT TIME ZONE 'UTC', 'YYYY-MM')`,
} as const;

/** The nearest rank, as from buckets. */
function percentiles(took: string): Prisma.Sql {
  return Prisma.raw(`percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (
    ORDER BY (extract(epoch FROM ${took}) * 1000)::float8)`);
}

/** Counts of request events: adds noted changes, compares the counts with the events, and derives them again. */

import { BUCKET_BOUNDS_MS } from '../../domain/time-buckets.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';
import { ADDED_COUNTS, lastOf } from './statistic-counts.ts';

const BOUNDS = Prisma.raw(`'{${BUCKET_BOUNDS_MS.join()}}'::bigint[]`);

/** All events, as rows of `request_change`. */
const EVERY_EVENT = Prisma.sql`
  SELECT 1 AS sign, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, name, sender_agency_id, coordinator_agency_id,
    agency_id, country, kind, urgency, ground, in_time, authorisation, took_ms, legal_instrument
  FROM request_event`;

/** The changes that were not added to the counts yet. */
export const REQUEST_CHANGES = Prisma.sql`SELECT * FROM request_change`;

/** What precedes the name of a count that is of one legal instrument: each is counted once more under such a name. */
export function instrumentPrefix(legalInstrument: string): string {
  return `of:${legalInstrument}:`;
}

/**
 * The counts of rows as in `request_change`: agency, side, month, country, kind, urgency, measure and n. The sender made the
 * request, the recipient received it, and the coordinator sees all. The condition is on `s` (row) and `v` (agency that sees it).
 */
export function requestCounts(source: Prisma.Sql, condition: Prisma.Sql = Prisma.sql`TRUE`): Prisma.Sql {
  return Prisma.sql`
    SELECT v.agency_id, v.side, s.month, v.country, s.kind, s.urgency, m.measure, sum(s.sign)::int AS n
    FROM (${source}) AS s
    LEFT JOIN agency AS sender ON sender.id = s.sender_agency_id
    CROSS JOIN LATERAL (
      VALUES (s.coordinator_agency_id, 'coordinated', coalesce(sender.country, '')::text),
             (s.sender_agency_id, 'made', s.country::text),
             (s.agency_id, 'received', coalesce(sender.country, '')::text)
    ) AS v (agency_id, side, country)
    CROSS JOIN LATERAL unnest(ARRAY[
      s.name, 'ground:' || s.ground,
      CASE WHEN s.in_time THEN 'in-time' WHEN NOT s.in_time THEN 'late' END,
      CASE WHEN NOT s.in_time AND s.authorisation THEN 'late-authorisation' END,
      'took:' || width_bucket(s.took_ms, ${BOUNDS})
    ]) AS each (measure)
    CROSS JOIN LATERAL unnest(ARRAY[each.measure, 'of:' || s.legal_instrument || ':' || each.measure]) AS m (measure)
    WHERE m.measure IS NOT NULL AND ${condition}
    GROUP BY v.agency_id, v.side, s.month, v.country, s.kind, s.urgency, m.measure`;
}

/** Adds noted changes to the counts. Returns their number. */
export async function mergeRequests(db: Queries, batch: number): Promise<number> {
  const rows = await db.$queryRaw<{ merged: number }[]>`
    WITH changes AS (
      DELETE FROM request_change WHERE id <= ${lastOf('request_change', batch)} RETURNING *
    ), added AS (
      INSERT INTO request_statistic AS s (agency_id, side, month, country, kind, urgency, counts)
      ${grouped(requestCounts(Prisma.sql`SELECT * FROM changes`))}
      ON CONFLICT (agency_id, side, month, country, kind, urgency) DO UPDATE SET
        counts = ${ADDED_COUNTS}
    )
    SELECT count(*)::int AS merged FROM changes`;
  return rows[0]?.merged ?? 0;
}

/** The agencies whose counts, with the changes that were not added yet, differ from the events. */
export async function compareRequests(db: Queries): Promise<string[]> {
  const rows = await db.$queryRaw<{ agencyId: string }[]>`
    WITH stored AS (
      SELECT agency_id, side, month, country, kind, urgency, measure, sum(n)::int AS n FROM (
        SELECT agency_id, side, month, country, kind, urgency, each.measure, each.n::int
        FROM request_statistic, jsonb_each_text(counts) AS each (measure, n)
        UNION ALL ${requestCounts(REQUEST_CHANGES)}
      ) AS part (agency_id, side, month, country, kind, urgency, measure, n)
      GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(n) <> 0
    ), derived AS (
      ${requestCounts(EVERY_EVENT)}
    )
    SELECT DISTINCT agency_id AS "agencyId" FROM (
      (SELECT * FROM stored EXCEPT SELECT * FROM derived) UNION ALL (SELECT * FROM derived EXCEPT SELECT * FROM stored)
    ) AS different ORDER BY 1`;
  return rows.map(({ agencyId }) => agencyId);
}

/** Derives all counts from the events, in one statement. Acts may continue meanwhile. */
export async function rebuildRequests(db: Queries): Promise<void> {
  await db.$executeRaw`
    WITH derived AS (
      ${grouped(requestCounts(EVERY_EVENT))}
    ), changes AS (DELETE FROM request_change), gone AS (
      DELETE FROM request_statistic AS s WHERE NOT EXISTS (
        SELECT FROM derived AS d
        WHERE (d.agency_id, d.side, d.month, d.country, d.kind, d.urgency)
            = (s.agency_id, s.side, s.month, s.country, s.kind, s.urgency)
      )
    )
    INSERT INTO request_statistic (agency_id, side, month, country, kind, urgency, counts) SELECT * FROM derived
    ON CONFLICT (agency_id, side, month, country, kind, urgency) DO UPDATE SET counts = EXCLUDED.counts`;
}

/**
 * The number of referrals with recipients that have no events, or events without a legal instrument: a migration added table or
 * column, and no rebuild has filled it.
 */
export async function countUncountedReferrals(db: Queries): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT r.referral_id)::int AS count FROM recipient r
    WHERE NOT r.drill AND coalesce(
      (SELECT bool_or(e.legal_instrument IS NULL) FROM request_event e WHERE e.referral_id = r.referral_id), TRUE)`;
  return rows[0]?.count ?? 0;
}

function grouped(counts: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT agency_id, side, month, country, kind, urgency, jsonb_object_agg(measure, n) AS counts
    FROM (${counts}) AS counted WHERE n <> 0 GROUP BY agency_id, side, month, country, kind, urgency`;
}

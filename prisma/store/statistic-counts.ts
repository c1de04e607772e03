/** SQL that turns recipients and parties into counts: one row for each agency that sees them, group and count. */

import { BUCKET_BOUNDS_MS } from '../../domain/time-buckets.ts';
import { Prisma } from '../generated/client.ts';

/** All recipients, as rows of `recipient_change`. */
export const EVERY_RECIPIENT = Prisma.sql`
  SELECT 1 AS sign, to_char(submitted_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, agency_id, sender_agency_id,
    coordinator_agency_id, country, kind, urgency,
    (row_number() OVER (PARTITION BY referral_id ORDER BY length(id), id) = 1)::int
      | (row_number() OVER (PARTITION BY referral_id, agency_id ORDER BY length(id), id) = 1)::int * 2
      | (row_number() OVER (PARTITION BY referral_id, country ORDER BY length(id), id) = 1)::int * 4
      | (row_number() OVER (PARTITION BY referral_id, agency_id, country ORDER BY length(id), id) = 1)::int * 8 AS firsts,
    (extract(epoch FROM acknowledged_at - opened_at) * 1000)::bigint AS acknowledge_ms,
    (extract(epoch FROM decided_at - acknowledged_at) * 1000)::bigint AS decide_ms,
    (extract(epoch FROM reported_at - decided_at) * 1000)::bigint AS report_ms,
    acknowledged_in_time, decided_in_time, reported_in_time, ground, outcome
  FROM recipient WHERE NOT drill`;

/** All parties, as rows of `party_change`. */
export const EVERY_PARTY = Prisma.sql`
  SELECT agency_id, breached::int AS breached, (status = 'held')::int AS held, silent::int AS unresponsive,
    (approvals IS NOT NULL)::int AS approvals
  FROM party WHERE breached OR status = 'held' OR silent OR approvals IS NOT NULL`;

/**
 * SQL: the id of the last row of the next batch. A list of the ids instead is read again for each row of the table if the
 * server planned the statement while the table was empty.
 */
export function lastOf(table: 'recipient_change' | 'party_change' | 'request_change', batch: number): Prisma.Sql {
  return Prisma.sql`(SELECT max(id) FROM (SELECT id FROM ${Prisma.raw(table)} ORDER BY id LIMIT ${batch}) AS next)`;
}

const BOUNDS = Prisma.raw(`'{${BUCKET_BOUNDS_MS.join()}}'::bigint[]`);

/**
 * The counts of rows as in `recipient_change`: agency, dimension, month, key, measure and n. Sender and coordinator see every
 * recipient of a referral, a recipient itself. The condition is on `s` (row), `v` (agency that sees it) and `d` (group).
 */
export function recipientCounts(source: Prisma.Sql, condition: Prisma.Sql = Prisma.sql`TRUE`): Prisma.Sql {
  return Prisma.sql`
    SELECT v.agency_id, d.dimension, s.month, d.key, m.measure, sum(s.sign)::int AS n
    FROM (${source}) AS s
    CROSS JOIN LATERAL (
      SELECT s.coordinator_agency_id, s.firsts & 1, s.firsts & 2, s.firsts & 4
      UNION ALL SELECT s.sender_agency_id, s.firsts & 1, s.firsts & 2, s.firsts & 4
        WHERE s.sender_agency_id <> s.coordinator_agency_id
      UNION ALL SELECT s.agency_id, s.firsts & 2, s.firsts & 2, s.firsts & 8
        WHERE s.agency_id NOT IN (s.sender_agency_id, s.coordinator_agency_id)
    ) AS v (agency_id, of_referral, of_agency, of_country)
    CROSS JOIN LATERAL (
      VALUES ('agency', s.agency_id, v.of_agency), ('country', s.country::text, v.of_country),
             ('kind', s.kind, v.of_referral), ('urgency', s.urgency, v.of_referral)
    ) AS d (dimension, key, is_first)
    CROSS JOIN LATERAL unnest(ARRAY[
      'recipients', CASE WHEN d.is_first <> 0 THEN 'referrals' END,
      ${inTime('acknowledge', 'acknowledged_in_time')}, ${inTime('decide', 'decided_in_time')},
      ${inTime('report', 'reported_in_time')},
      ${bucket('acknowledge', 'acknowledge_ms')}, ${bucket('decide', 'decide_ms')}, ${bucket('report', 'report_ms')},
      'ground:' || s.ground, 'outcome:' || s.outcome
    ]) AS m (measure)
    WHERE m.measure IS NOT NULL AND ${condition}
    GROUP BY v.agency_id, d.dimension, s.month, d.key, m.measure`;
}

/** As `recipientCounts`, of rows as in `party_change`. They have neither month nor key. */
export function partyCounts(source: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT p.agency_id, 'now', '', '', m.measure, sum(m.n)::int AS n
    FROM (${source}) AS p
    CROSS JOIN LATERAL (
      VALUES ('breached', p.breached), ('held', p.held), ('unresponsive', p.unresponsive),
             ('waiting-for-approval', p.approvals)
    ) AS m (measure, n)
    GROUP BY p.agency_id, m.measure`;
}

function inTime(clock: string, column: string): Prisma.Sql {
  return Prisma.raw(`'${clock}:' || CASE WHEN s.${column} THEN 'in-time' WHEN NOT s.${column} THEN 'late' END`);
}

function bucket(clock: string, column: string): Prisma.Sql {
  return Prisma.sql`${Prisma.raw(`'${clock}:' || width_bucket(s.${column}, `)}${BOUNDS})`;
}

/** The counts of the stored row `s` and of the new row together, without zeros: for `ON CONFLICT DO UPDATE`. */
export const ADDED_COUNTS = Prisma.sql`(
  SELECT coalesce(jsonb_object_agg(measure, n), '{}') FROM (
    SELECT measure, sum(each.n::int) AS n
    FROM (SELECT * FROM jsonb_each_text(s.counts) UNION ALL SELECT * FROM jsonb_each_text(EXCLUDED.counts))
      AS each (measure, n)
    GROUP BY measure
  ) AS total WHERE n <> 0
)`;

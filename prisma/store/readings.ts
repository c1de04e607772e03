/** Readings of particulars, for those who supervise them. */

import type { Consulted } from '../../domain/audit/leaf.ts';
import type { ReadingVerdict } from '../../domain/reading-purposes.ts';
import type { ReadingHour } from '../../domain/unusual-reading.ts';
import type { Instant, TextId } from '../../domain/vocabulary.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';

/** Returns the readings and refused attempts of the agency's people by hour, since the start of the hour of `from`. */
export async function readingHours(db: Queries, agencyId: string, from: Instant): Promise<ReadingHour[]> {
  const rows = await db.$queryRaw<(Omit<ReadingHour, 'at'> & { at: Date })[]>`
    SELECT l.leaf #>> '{by,personId}' AS "personId", date_trunc('hour', l.at) AS at,
           coalesce(array_agg(DISTINCT l.referral_id::text) FILTER (WHERE l.leaf -> 'about' ? 'consulted'), '{}')
             AS "referralIds",
           coalesce(array_agg(DISTINCT a.country) FILTER (WHERE l.leaf -> 'about' ? 'consulted' AND a.country IS NOT NULL),
             '{}') AS countries,
           (count(*) FILTER (WHERE l.operation = 'refused-attempt'))::int AS refusals
    FROM audit_leaf l
    LEFT JOIN referral r ON r.id = l.referral_id
    LEFT JOIN agency a ON a.id = r.sender_agency_id
    WHERE l.by_agency_id = ${agencyId} AND l.at >= date_trunc('hour', ${from}::timestamptz)
      AND l.operation IN ('consultation', 'refused-attempt') AND l.leaf #>> '{by,kind}' = 'person'
    GROUP BY 1, 2 ORDER BY 2, 1`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** SQL condition for the leaf of a reading in an emergency or beyond the allowance. A partial index has the same condition. */
export const IS_NOTABLE = Prisma.sql`operation = 'consultation'
  AND (leaf #>> '{about,code}' = 'emergency' OR leaf -> 'about' ? 'beyond')`;

/** The readings of one visit that a second person looks at. */
export interface NotableReading {
  purpose: TextId;
  personId: string;
  referralId: string;
  /** Null if the agency is no longer a party. */
  reference: string | null;
  at: Instant;
  /** How many times the person read in the visit. */
  times: number;
  code: Consulted['code'];
  beyond: Consulted['beyond'];
  review: { personId: string; at: Instant; verdict: ReadingVerdict } | null;
}

/**
 * Returns readings of the agency's people in an emergency or beyond the allowance, newest first. It returns those since
 * `from`, and older ones in an emergency that are not reviewed.
 */
export async function notableReadings(
  db: Queries,
  { agencyId, from, limit }: { agencyId: string; from: Instant; limit: number },
): Promise<NotableReading[]> {
  const rows = await db.$queryRaw<(Omit<NotableReading, 'at'> & { at: Date })[]>`
    SELECT reading.*, party.reference, review.found AS review
    FROM (
      SELECT leaf #>> '{about,purpose}' AS purpose, min(leaf #>> '{by,personId}') AS "personId",
             min(referral_id::text) AS "referralId", min(at) AS at, count(*)::int AS times,
             min(leaf #>> '{about,code}') AS code, min(leaf #>> '{about,beyond}') AS beyond
      FROM audit_leaf
      WHERE by_agency_id = ${agencyId} AND ${IS_NOTABLE}
      GROUP BY 1
    ) AS reading
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('personId', leaf #>> '{by,personId}', 'at', leaf ->> 'at',
                                'verdict', leaf #>> '{about,verdict}') AS found
      FROM audit_leaf WHERE leaf #>> '{about,reviewed}' = reading.purpose AND by_agency_id = ${agencyId} LIMIT 1
    ) AS review ON true
    LEFT JOIN party ON party.referral_id = reading."referralId"::uuid AND party.agency_id = ${agencyId}
    WHERE reading.at >= ${from}::timestamptz OR (reading.code = 'emergency' AND review.found IS NULL)
    ORDER BY reading.at DESC, purpose LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Waits for other reviews of the reading. Holds the lock until the end of the transaction. */
export async function lockReviewOf(tx: Queries, purpose: TextId): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`review/${purpose}`}, 0))`;
}

/** The reading with that purpose, with its review; undefined if the agency's people made none. */
export async function notableReading(
  db: Queries,
  { agencyId, purpose }: { agencyId: string; purpose: TextId },
): Promise<Pick<NotableReading, 'personId' | 'referralId' | 'code' | 'review'> | undefined> {
  const rows = await db.$queryRaw<Pick<NotableReading, 'personId' | 'referralId' | 'code' | 'review'>[]>`
    SELECT leaf #>> '{by,personId}' AS "personId", referral_id::text AS "referralId", leaf #>> '{about,code}' AS code,
           (SELECT jsonb_build_object('personId', r.leaf #>> '{by,personId}', 'at', r.leaf ->> 'at',
                                      'verdict', r.leaf #>> '{about,verdict}')
            FROM audit_leaf r WHERE r.leaf #>> '{about,reviewed}' = ${purpose} AND r.by_agency_id = ${agencyId} LIMIT 1)
             AS review
    FROM audit_leaf
    WHERE by_agency_id = ${agencyId} AND leaf #>> '{about,purpose}' = ${purpose} AND ${IS_NOTABLE}
    ORDER BY id LIMIT 1`;
  return rows[0];
}

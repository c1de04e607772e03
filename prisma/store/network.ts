/** Counts for the network page, by country or agency, as far as one agency sees them. */

import type { RouteDecision } from '../../domain/routing/route.ts';
import type { Country, Instant } from '../../domain/vocabulary.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';
import { HAS_MISSED, IS_IN_HAND, isVisibleRecipient } from './party-filter.ts';

/** Numbers of referrals that the recipients of one country or agency have. */
export interface RecipientLoad {
  /** The country or the id of the agency. */
  key: string;
  /** Number of referrals with a recipient there that is not final. */
  inHand: number;
  /** Of them, those with a recipient there that is unresponsive; with one that missed a deadline and has not answered. */
  silent: number;
  overdue: number;
}

/** Counts all referrals, whenever they were submitted. */
export async function loadBy(db: Queries, agencyId: string, by: 'country' | 'agency'): Promise<RecipientLoad[]> {
  const key = Prisma.raw(by === 'country' ? 'r.country' : 'r.agency_id');
  // Referrals are grouped once: each count of distinct referrals would sort them again.
  return db.$queryRaw<RecipientLoad[]>`
    SELECT key, count(*)::int AS "inHand", (count(*) FILTER (WHERE silent))::int AS silent,
           (count(*) FILTER (WHERE overdue))::int AS overdue
    FROM (
      SELECT ${key} AS key, bool_or(r.status IN ('unresponsive', 'delivery-failed')) AS silent, bool_or(${HAS_MISSED}) AS overdue
      FROM recipient r
      WHERE ${isVisibleRecipient(agencyId)} AND ${IS_IN_HAND} AND NOT r.drill
      GROUP BY 1, r.referral_id
    ) AS referral GROUP BY key`;
}

/** A routing decision that found no recipient in a country. */
export interface UnroutedReferral {
  country: Country;
  reason: RouteDecision['without'][number]['reason'];
  referralId: string;
  reference: string;
  at: Date;
}

/** Returns decisions in which routing found no recipient, newest first. Only sender and coordinator see them. */
export async function unroutedSince(
  db: Queries,
  agencyId: string,
  since: Instant,
  limit: number,
): Promise<UnroutedReferral[]> {
  return db.$queryRaw<UnroutedReferral[]>`
    SELECT nobody ->> 'country' AS country, nobody ->> 'reason' AS reason, j.at,
           p.referral_id AS "referralId", p.reference
    FROM journal j
    JOIN party p ON p.agency_id = ${agencyId} AND p.referral_id = j.referral_id AND (p.sender OR p.coordinator),
    jsonb_array_elements(j.event #> '{decision,without}') AS nobody
    WHERE j.type = 'routed' AND j.event #> '{decision,without}' <> '[]' AND j.at >= ${since}::timestamptz
    ORDER BY j.at DESC LIMIT ${limit}`;
}

/** Finds closed referrals whose review of retention is due, and those whose date has passed without a decision. */

import type { Queries } from './connect.ts';

/** A closed referral, with the last entry of its journal. */
export interface RetentionCase {
  referralId: string;
  seq: number;
}

/** Referrals for which no review has started yet, and whose review is due before `before`. The oldest come first. */
export async function reviewsDue(
  db: Queries,
  { years, before, limit }: { years: number; before: Date; limit: number },
): Promise<RetentionCase[]> {
  // A supervisor's date, or the end of the retention period.
  return db.$queryRaw<RetentionCase[]>`
    SELECT id::text AS "referralId", seq FROM (
      SELECT id, seq, coalesce((state #>> '{retention,until}')::timestamptz,
                               submitted_at + make_interval(years => ${years}::int)) AS due_at
      FROM referral WHERE status = 'closed' AND state #> '{retention,review}' IS NULL
    ) AS kept WHERE due_at < ${before} ORDER BY due_at LIMIT ${limit}`;
}

/** Referrals whose review is over at `now`, and that no legal hold keeps. */
export async function erasuresDue(db: Queries, { now, limit }: { now: Date; limit: number }): Promise<RetentionCase[]> {
  return db.$queryRaw<RetentionCase[]>`
    SELECT id::text AS "referralId", seq FROM referral
    WHERE status = 'closed' AND (state #>> '{retention,review,dueAt}')::timestamptz <= ${now}
      AND state -> 'legalHold' IS NULL
    ORDER BY (state #>> '{retention,review,dueAt}') LIMIT ${limit}`;
}

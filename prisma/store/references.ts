/** Issues reference numbers: one for each referral, counted by year. */

import type { Database } from './connect.ts';
import { type Claim, isUsed } from './origins.ts';

/**
 * Returns for example `XR-2026-000123`; undefined, without using up a number, if the agency has used one of the origin
 * references before. Its own short transaction: a failed act may skip a number, never repeat it.
 */
export async function allotReference(db: Database, year: number, claim: Claim): Promise<string | undefined> {
  const [row] = await db.$queryRaw<{ last: number }[]>`
    INSERT INTO reference_counter (year, last)
    SELECT ${year}::int, 1 WHERE NOT EXISTS (SELECT FROM origin_reference WHERE ${isUsed(claim)})
    ON CONFLICT (year) DO UPDATE SET last = reference_counter.last + 1
    RETURNING last`;
  return row && `XR-${year}-${String(row.last).padStart(6, '0')}`;
}

/** Sets the counter to the highest number in use: after a restore from a backup it may be too low. */
export async function catchUpReferences(db: Database): Promise<void> {
  await db.$executeRaw`
    INSERT INTO reference_counter (year, last)
    SELECT split_part(reference, '-', 2)::int AS year, max(split_part(reference, '-', 3)::int) FROM referral GROUP BY 1
    ON CONFLICT (year) DO UPDATE SET last = greatest(reference_counter.last, EXCLUDED.last)`;
}

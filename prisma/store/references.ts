/** Issues reference numbers: one for each referral, counted by year. */

import type { Database } from './connect.ts';

/** Returns for example `XR-2026-000123`. Its own short transaction: a failed act may skip a number, never repeat it. */
export async function allotReference(db: Database, year: number): Promise<string> {
  const rows = await db.$queryRaw<{ last: number }[]>`
    INSERT INTO reference_counter (year, last) VALUES (${year}, 1)
    ON CONFLICT (year) DO UPDATE SET last = reference_counter.last + 1
    RETURNING last`;
  return `XR-${year}-${String(rows[0]?.last).padStart(6, '0')}`;
}

/** Sets the counter to the highest number in use: after a restore from a backup it may be too low. */
export async function catchUpReferences(db: Database): Promise<void> {
  await db.$executeRaw`
    INSERT INTO reference_counter (year, last)
    SELECT split_part(reference, '-', 2)::int AS year, max(split_part(reference, '-', 3)::int) FROM referral GROUP BY 1
    ON CONFLICT (year) DO UPDATE SET last = greatest(reference_counter.last, EXCLUDED.last)`;
}

/** Reference numbers: one a referral, counted by year. */

import type { Database } from './connect.ts';

/** `XR-2026-000123`. Its own short transaction: a number may be lost with a failed act, never given twice. */
export async function allotReference(db: Database, year: number): Promise<string> {
  const rows = await db.$queryRaw<{ last: number }[]>`
    INSERT INTO reference_counter (year, last) VALUES (${year}, 1)
    ON CONFLICT (year) DO UPDATE SET last = reference_counter.last + 1
    RETURNING last`;
  return `XR-${year}-${String(rows[0]?.last).padStart(6, '0')}`;
}

/** Counts on from the highest number that a referral bears: after a restore the counter may be behind. */
export async function catchUpReferences(db: Database): Promise<void> {
  await db.$executeRaw`
    INSERT INTO reference_counter (year, last)
    SELECT split_part(reference, '-', 2)::int AS year, max(split_part(reference, '-', 3)::int) FROM referral GROUP BY 1
    ON CONFLICT (year) DO UPDATE SET last = greatest(reference_counter.last, EXCLUDED.last)`;
}

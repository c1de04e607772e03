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

/** The reconciliation cursor: acts recorded before it were checked against their workflows. */

import type { Queries } from './connect.ts';

/** The key of the only row. */
const ONLY_ROW = { id: 0 };

/** Returns the cursor; undefined before the first check. */
export async function readReconciliationCursor(db: Queries): Promise<Date | undefined> {
  return (await db.reconciliationCursor.findFirst({ where: ONLY_ROW }))?.checkedUntil;
}

/** Moves the cursor forward, never back, because two workers may check at the same time. */
export async function saveReconciliationCursor(db: Queries, checkedUntil: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO lookout (looked) VALUES (${checkedUntil})
    ON CONFLICT (id) DO UPDATE SET looked = greatest(lookout.looked, EXCLUDED.looked)`;
}

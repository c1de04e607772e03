/** Stores up to which time recorded acts were checked against the workflows that must process them. */

import type { Queries } from './connect.ts';

const THE_ONE = { id: 0 };

/** Returns the cursor; undefined before the first check. */
export async function lookedUntil(db: Queries): Promise<Date | undefined> {
  return (await db.lookout.findUnique({ where: THE_ONE }))?.looked;
}

/** Moves the cursor forward; never back, since two workers may check at once. */
export async function saveReconciliationCursor(db: Queries, looked: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO lookout (looked) VALUES (${looked})
    ON CONFLICT (id) DO UPDATE SET looked = greatest(lookout.looked, EXCLUDED.looked)`;
}

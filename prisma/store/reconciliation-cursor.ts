/** How far the engine has looked for acts that their workflows have not heard of. */

import type { Queries } from './connect.ts';

const THE_ONE = { id: 0 };

/** Undefined before the first time. */
export async function lookedUntil(db: Queries): Promise<Date | undefined> {
  return (await db.lookout.findUnique({ where: THE_ONE }))?.looked;
}

/** Never back: two workers may look at once. */
export async function saveReconciliationCursor(db: Queries, looked: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO lookout (looked) VALUES (${looked})
    ON CONFLICT (id) DO UPDATE SET looked = greatest(lookout.looked, EXCLUDED.looked)`;
}

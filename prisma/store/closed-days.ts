/** Reads the days on which agencies are closed, in addition to weekends and public holidays. */

import type { Queries } from './connect.ts';

export interface ClosedDay {
  agencyId: string;
  /** ISO 8601 date: `2026-12-24`. */
  day: string;
  name: string;
}

/** Returns the closed days of these agencies. */
export async function closedDaysOf(db: Queries, agencyIds: readonly string[]): Promise<ClosedDay[]> {
  const where = { agencyId: { in: [...agencyIds] } };
  return db.closedDay.findMany({ where, orderBy: [{ agencyId: 'asc' }, { day: 'asc' }] });
}

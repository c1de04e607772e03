/** Days on which an agency is closed, beside weekends and the public holidays of its country. */

import type { Queries } from './connect.ts';

export interface ClosedDay {
  agencyId: string;
  /** `2026-12-24` */
  day: string;
  name: string;
}

export async function closedDaysOf(db: Queries, agencyIds: readonly string[]): Promise<ClosedDay[]> {
  const where = { agencyId: { in: [...agencyIds] } };
  return db.closedDay.findMany({ where, orderBy: [{ agencyId: 'asc' }, { day: 'asc' }] });
}

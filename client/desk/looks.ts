/** How far a person has seen a referral: what came after is marked in lists. */

import type { Person } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { keepLook, lookOf } from '../../prisma/store/looks.ts';

/** Never goes back. Whoever opens a referral has seen it as far as `seq`. */
export async function markSeen(
  { db }: { db: Database },
  { personId, agencyId }: Person,
  { referralId, seq }: { referralId: string; seq: number },
): Promise<void> {
  await keepLook(db, { personId, agencyId, referralId }, seq);
}

/** 0 for never. */
export async function seenSeq(
  { db }: { db: Database },
  { personId, agencyId }: Person,
  referralId: string,
): Promise<number> {
  return lookOf(db, { personId, agencyId, referralId });
}

/** How far a person has seen a referral: what came after is marked in lists. */

import type { Person } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';

/** Never goes back. Whoever opens a referral has seen it as far as `seq`. */
export async function markSeen(
  _deps: { db: Database },
  _viewer: Person,
  _seen: { referralId: string; seq: number },
): Promise<void> {
  throw new Error('to come');
}

/** 0 for never. */
export async function seenSeq(_deps: { db: Database }, _viewer: Person, _referralId: string): Promise<number> {
  throw new Error('to come');
}

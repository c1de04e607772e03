/** How far a person has seen a referral: what came after is marked in lists. */

import type { Person } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { hasSeenAll, lookOf, saveReadMark } from '../../prisma/store/read-marks.ts';

/** Never goes back. Whoever opens a referral has seen it as far as `seq`. */
export async function markSeen(
  { db }: { db: Database },
  { personId, agencyId }: Person,
  { referralId, seq }: { referralId: string; seq: number },
): Promise<void> {
  await saveReadMark(db, { personId, agencyId, referralId }, seq);
}

/** What somebody does themselves is no news to them: where there was none before, there is none after it. */
export async function ownAct<Done extends { seq: number }>(
  { db }: { db: Database },
  { personId, agencyId }: Person,
  referralId: string,
  act: () => Promise<Done>,
): Promise<Done> {
  const looked = { personId, agencyId, referralId };
  const hadSeenAll = await hasSeenAll(db, looked);
  const done = await act();
  if (hadSeenAll) await saveReadMark(db, looked, done.seq);
  return done;
}

/** 0 for never. */
export async function seenSeq(
  { db }: { db: Database },
  { personId, agencyId }: Person,
  referralId: string,
): Promise<number> {
  return lookOf(db, { personId, agencyId, referralId });
}

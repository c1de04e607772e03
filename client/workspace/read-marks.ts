/** Read marks: how far each person has read a referral. Lists mark referrals with later changes. */

import type { Person } from '../../domain/people.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { hasSeenAll, readMarkOf, saveReadMark } from '../../prisma/store/read-marks.ts';
import { numbersOf } from '../queries/entry-numbers.ts';

/** Moves the read mark to the journal entry `seq`; never back. Call it when a person opens a referral. */
export async function markSeen(
  { db }: { db: Database },
  { personId, agencyId }: Person,
  { referralId, seq }: { referralId: string; seq: number },
): Promise<void> {
  await asAgency(agencyId, () => saveReadMark(db, { personId, agencyId, referralId }, seq));
}

/**
 * Performs an act so that it is not marked as unread for the person who did it, if nothing was unread before. `seq` of the
 * receipt is a number of the person's own view.
 */
export async function ownAct<Done extends { seq: number }>(
  { db }: { db: Database },
  { personId, agencyId }: Person,
  referralId: string,
  act: () => Promise<Done>,
): Promise<Done> {
  const looked = { personId, agencyId, referralId };
  const mark = await asAgency(agencyId, async () =>
    (await hasSeenAll(db, looked)) ? readMarkOf(db, looked) : undefined,
  );
  const done = await act();
  if (mark === undefined) return done;
  await asAgency(agencyId, async () => {
    const numbers = (await numbersOf(db, agencyId, new Map([[referralId, mark]]))).get(referralId);
    if (numbers) await saveReadMark(db, looked, numbers.seqOf(done.seq));
  });
  return done;
}

/** Returns the read mark, an entry of the journal; 0 if the person has never opened the referral. */
export async function seenSeq(
  { db }: { db: Database },
  { personId, agencyId }: Person,
  referralId: string,
): Promise<number> {
  return asAgency(agencyId, () => readMarkOf(db, { personId, agencyId, referralId }));
}

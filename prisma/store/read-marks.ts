/** How far people have seen referrals. */

import type { Queries } from './connect.ts';

interface Looked {
  personId: string;
  agencyId: string;
  referralId: string;
}

/** Never goes back. */
export async function saveReadMark(
  db: Queries,
  { personId, agencyId, referralId }: Looked,
  seq: number,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO look (person_id, agency_id, referral_id, seq, at)
    VALUES (${personId}, ${agencyId}, ${referralId}::uuid, ${seq}, now())
    ON CONFLICT (person_id, agency_id, referral_id) DO UPDATE SET seq = EXCLUDED.seq, at = EXCLUDED.at
    WHERE look.seq < EXCLUDED.seq`;
}

/** Whether nothing has changed since. */
export async function hasSeenAll(db: Queries, looked: Looked): Promise<boolean> {
  const { agencyId, referralId } = looked;
  const party = await db.party.findUnique({ where: { agencyId_referralId: { agencyId, referralId } } });
  return party !== null && (await lookOf(db, looked)) >= party.changedSeq;
}

/** 0 for never. */
export async function lookOf(db: Queries, looked: Looked): Promise<number> {
  const row = await db.look.findUnique({ where: { personId_agencyId_referralId: looked } });
  return row?.seq ?? 0;
}

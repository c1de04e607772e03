/** Read marks: the last entry of a referral's journal that each person has seen. */

import type { Queries } from './connect.ts';

interface ReadMarkKey {
  personId: string;
  agencyId: string;
  referralId: string;
}

/** Moves the read mark forward; never back. */
export async function saveReadMark(
  db: Queries,
  { personId, agencyId, referralId }: ReadMarkKey,
  seq: number,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO look (person_id, agency_id, referral_id, seq, at)
    VALUES (${personId}, ${agencyId}, ${referralId}::uuid, ${seq}, now())
    ON CONFLICT (person_id, agency_id, referral_id) DO UPDATE SET seq = EXCLUDED.seq, at = EXCLUDED.at
    WHERE look.seq < EXCLUDED.seq`;
}

/** True if nothing has changed since the read mark. */
export async function hasSeenAll(db: Queries, key: ReadMarkKey): Promise<boolean> {
  const { agencyId, referralId } = key;
  const party = await db.party.findFirst({ where: { agencyId, referralId } });
  return party !== null && (await readMarkOf(db, key)) >= party.changedSeq;
}

/** Returns the read mark; 0 if the person has never opened the referral. */
export async function readMarkOf(db: Queries, key: ReadMarkKey): Promise<number> {
  const row = await db.readMark.findFirst({ where: { ...key } });
  return row?.seq ?? 0;
}

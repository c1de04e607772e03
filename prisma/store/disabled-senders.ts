/** Finds open referrals that do not yet record that their sending agency was disabled or enabled. */

import type { Queries } from './connect.ts';

/** A referral with its last entry of the journal, and whether its sending agency is disabled now. */
interface SenderChange {
  referralId: string;
  disabled: boolean;
  seq: number;
}

/** Referrals in which the coordinating agency should begin, or cease, to act for the sender. The oldest come first. */
export async function changedSenders(db: Queries, limit: number): Promise<SenderChange[]> {
  return db.$queryRaw<SenderChange[]>`
    WITH replaced AS (SELECT referral_id FROM party WHERE sender AND agency_id <> sender_agency_id)
    SELECT f.id::text AS "referralId", agency.disabled, f.seq
    FROM referral f JOIN agency ON agency.id = f.sender_agency_id
    WHERE f.status NOT IN ('closed', 'erased') AND (
        f.sender_agency_id IN (SELECT id FROM agency WHERE disabled) AND f.id NOT IN (SELECT referral_id FROM replaced)
        OR f.id IN (SELECT referral_id FROM replaced) AND NOT agency.disabled
      )
    ORDER BY f.submitted_at, f.id LIMIT ${limit}`;
}

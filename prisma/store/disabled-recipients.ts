/** Finds recipients that still have a referral although their agency was disabled. */

import { FINAL_RECIPIENT_STATUSES } from '../../domain/statuses.ts';
import type { Queries } from './connect.ts';

/** A recipient, with the last entry of the journal of its referral. */
interface DisabledRecipient {
  referralId: string;
  recipientId: string;
  seq: number;
}

/** Recipients of open referrals whose agency is disabled. The oldest come first. */
export async function disabledRecipients(db: Queries, limit: number): Promise<DisabledRecipient[]> {
  return db.$queryRaw<DisabledRecipient[]>`
    SELECT r.referral_id::text AS "referralId", r.id AS "recipientId", f.seq
    FROM agency JOIN recipient r ON r.agency_id = agency.id JOIN referral f ON f.id = r.referral_id
    WHERE agency.disabled AND NOT r.drill AND r.status <> ALL(${[...FINAL_RECIPIENT_STATUSES]}::text[])
      AND f.status NOT IN ('closed', 'erased')
    ORDER BY r.opened_at, r.referral_id, r.id LIMIT ${limit}`;
}

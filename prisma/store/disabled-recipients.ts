/** Finds recipients that still have a referral although their agency or their contact point was disabled. */

import { FINAL_RECIPIENT_STATUSES, STATUSES_AT_WORK } from '../../domain/statuses.ts';
import type { Queries } from './connect.ts';

/** A recipient, with the last entry of the journal of its referral. */
interface DisabledRecipient {
  referralId: string;
  recipientId: string;
  seq: number;
}

/**
 * Recipients of open referrals whose agency is disabled, or whose contact point is disabled before the referral was acknowledged.
 * The oldest come first. After the acknowledgement, people of the agency work on the referral, and keep it.
 */
export async function disabledRecipients(db: Queries, limit: number): Promise<DisabledRecipient[]> {
  return db.$queryRaw<DisabledRecipient[]>`
    SELECT r.referral_id::text AS "referralId", r.id AS "recipientId", f.seq
    FROM agency JOIN recipient r ON r.agency_id = agency.id JOIN referral f ON f.id = r.referral_id
    WHERE agency.id IN (
        SELECT id FROM agency WHERE disabled UNION ALL SELECT agency_id FROM contact_point WHERE disabled
      )
      AND NOT r.drill AND r.status <> ALL(${[...FINAL_RECIPIENT_STATUSES]}::text[])
      AND (agency.disabled OR r.status <> ALL(${[...STATUSES_AT_WORK]}::text[])
        AND r.contact_point_id IN (SELECT id FROM contact_point WHERE disabled))
      AND f.status NOT IN ('closed', 'erased')
    ORDER BY r.opened_at, r.referral_id, r.id LIMIT ${limit}`;
}

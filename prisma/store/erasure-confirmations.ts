/** The recipients that were ordered to erase their copies, and when each confirmed it. */

import type { ErasureGround } from '../../domain/retention.ts';
import type { Queries } from './connect.ts';

/** One recipient of an erased referral. */
export interface ErasureConfirmation {
  reference: string;
  recipientId: string;
  agencyId: string;
  country: string;
  ground: ErasureGround;
  orderedAt: Date;
  /** Null if it has not confirmed. */
  confirmedAt: Date | null;
}

/** Of the referrals that the agency coordinates: those that have not confirmed first, and of these the oldest. */
export function erasureConfirmations(
  db: Queries,
  { agencyId, openOnly, limit }: { agencyId: string; openOnly: boolean; limit: number },
): Promise<ErasureConfirmation[]> {
  return db.$queryRaw<ErasureConfirmation[]>`
    SELECT p.reference, asked.recipient_id AS "recipientId", r.agency_id AS "agencyId", r.country,
           erased.event ->> 'ground' AS ground, coalesce((erased.event ->> 'firstErasedAt')::timestamptz, erased.at) AS "orderedAt",
           confirmed.at AS "confirmedAt"
    FROM party p
    JOIN journal erased ON erased.referral_id = p.referral_id AND erased.type = 'erased'
    CROSS JOIN LATERAL jsonb_array_elements_text(erased.event -> 'toConfirm') AS asked (recipient_id)
    JOIN recipient r ON r.referral_id = p.referral_id AND r.id = asked.recipient_id
    LEFT JOIN journal confirmed ON confirmed.referral_id = p.referral_id AND confirmed.type = 'erasure-confirmed'
      AND confirmed.event ->> 'recipientId' = asked.recipient_id
    WHERE p.agency_id = ${agencyId} AND p.coordinator AND p.status = 'erased'
      AND (NOT ${openOnly} OR confirmed.at IS NULL)
    ORDER BY confirmed.at DESC NULLS FIRST, "orderedAt", p.reference, asked.recipient_id
    LIMIT ${limit}`;
}

/**
 * Counts the open referrals of a person, a contact point or an agency, by what they wait for. Counts only:
 * administrators see no referral.
 */

import type { ClockName } from '../../domain/clocks/clock-names.ts';
import { FINAL_RECIPIENT_STATUSES } from '../../domain/statuses.ts';
import { asAgency } from './agency-scope.ts';
import type { Database } from './connect.ts';

/** How many referrals wait for one task; null: nothing is due at present. */
export interface OpenWork {
  task: ClockName | null;
  referrals: number;
}

/** The open referrals that the agency sent or has, or those of them that the person handles. The most frequent task comes first. */
export async function countOpenWork(db: Database, agencyId: string, personId?: string): Promise<OpenWork[]> {
  return asAgency(
    agencyId,
    () => db.$queryRaw<OpenWork[]>`
      SELECT owes AS task, count(*)::int AS referrals FROM party
      WHERE agency_id = ${agencyId} AND status NOT IN ('closed', 'erased') AND (sender OR coordinator OR in_hand)
        AND (${personId ?? null}::text IS NULL OR handler = ${personId ?? null})
      GROUP BY owes ORDER BY count(*) DESC, owes`,
  );
}

/** The open referrals that the contact point of the agency has. The most frequent task comes first. */
export async function countOpenWorkAt(db: Database, agencyId: string, contactPointId: string): Promise<OpenWork[]> {
  return asAgency(
    agencyId,
    () => db.$queryRaw<OpenWork[]>`
      SELECT p.owes AS task, count(DISTINCT p.referral_id)::int AS referrals
      FROM recipient r JOIN party p ON p.referral_id = r.referral_id AND p.agency_id = r.agency_id
      WHERE r.agency_id = ${agencyId} AND r.contact_point_id = ${contactPointId} AND NOT r.drill
        AND r.status <> ALL(${[...FINAL_RECIPIENT_STATUSES]}::text[]) AND p.status NOT IN ('closed', 'erased')
      GROUP BY p.owes ORDER BY count(DISTINCT p.referral_id) DESC, p.owes`,
  );
}

/** Counts the open referrals of a person or an agency, by what they wait for. Counts only: administrators see no referral. */

import type { ClockName } from '../../domain/clocks/clock-names.ts';
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

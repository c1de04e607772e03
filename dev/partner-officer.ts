/** Finds a person of the seed who acts for a recipient. */

import type { Queries } from '../prisma/store/connect.ts';

/** The id of a partner officer of the agency who belongs to no other agency. */
export async function partnerOfficerOf(db: Queries, agencyId: string): Promise<string> {
  const where = { agencyId, role: 'partner-officer', person: { memberships: { every: { agencyId } } } };
  const { personId } = await db.membership.findFirstOrThrow({ where, orderBy: { personId: 'asc' } });
  return personId;
}

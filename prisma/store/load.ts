/** The load of contact points: how many referrals wait for their acknowledgement. */

import type { Queries } from './connect.ts';

/** The number of referrals that wait for acknowledgement, by the id of the contact point; absent if there are none. */
export async function countUnacknowledged(
  db: Queries,
  points: readonly { id: string; agencyId: string }[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.recipient.groupBy({
    by: ['contactPointId'],
    where: {
      // The index is by agency and status.
      agencyId: { in: points.map(({ agencyId }) => agencyId) },
      status: { in: ['sent', 'delivered'] },
      drill: false,
      contactPointId: { in: points.map(({ id }) => id) },
    },
    _count: true,
  });
  return new Map(rows.map(({ contactPointId, _count }) => [contactPointId, _count]));
}

/**
 * The state of contact points that routing needs beside the directory: which are at capacity, and which failed their drill.
 */

import type { Referral } from '../../domain/referral.ts';
import type { PointStates } from '../../domain/routing/current-route.ts';
import type { ContactPoint } from '../../domain/routing/directory.ts';
import type { Queries } from './connect.ts';
import { failedDrills } from './drills.ts';
import { countUnacknowledged } from './load.ts';

/** For the routing of this referral: capacity does not count in an emergency. */
export async function pointStates(
  db: Queries,
  { urgency }: Pick<Referral, 'urgency'>,
  points: readonly ContactPoint[],
): Promise<PointStates> {
  const [full, failedDrill] = await Promise.all([
    urgency === 'emergency' ? undefined : fullOf(db, points),
    failedDrills(db, points),
  ]);
  return { failedDrill, ...(full && { full }) };
}

/** Ids of the contact points at capacity. */
async function fullOf(db: Queries, points: readonly ContactPoint[]): Promise<string[]> {
  const limited = points.flatMap(({ id, agencyId, capacity }) =>
    capacity === undefined ? [] : [{ id, agencyId, capacity }],
  );
  if (limited.length === 0) return [];
  const waiting = await countUnacknowledged(db, limited);
  return limited.filter(({ id, capacity }) => (waiting.get(id) ?? 0) >= capacity).map(({ id }) => id);
}

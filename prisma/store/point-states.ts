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

/** A contact point with a capacity. */
export type LimitedPoint = Pick<ContactPoint, 'id' | 'agencyId'> & { capacity: number };

/**
 * Whether one of them is at capacity. Until the transaction ends, no other referral is routed to them: the others wait for the
 * lock, and then count this one.
 */
export async function lockAndCount(tx: Queries, points: readonly LimitedPoint[]): Promise<boolean> {
  // In one order, so that two routes to the same contact points do not wait for each other.
  const ordered = points.map(({ id }) => id).sort();
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('capacity/' || id, 0)) FROM unnest(${ordered}::text[]) AS id`;
  return (await fullAmong(tx, points)).length > 0;
}

/** Ids of the contact points at capacity. */
async function fullOf(db: Queries, points: readonly ContactPoint[]): Promise<string[]> {
  const limited = points.flatMap(({ id, agencyId, capacity }) =>
    capacity === undefined ? [] : [{ id, agencyId, capacity }],
  );
  return limited.length === 0 ? [] : fullAmong(db, limited);
}

async function fullAmong(db: Queries, limited: readonly LimitedPoint[]): Promise<string[]> {
  const waiting = await countUnacknowledged(db, limited);
  return limited.filter(({ id, capacity }) => (waiting.get(id) ?? 0) >= capacity).map(({ id }) => id);
}

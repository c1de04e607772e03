/** Determines the recipients of a referral from the directory, drills, and from who can be reached and has capacity now. */

import type { Referral } from '../domain/referral.ts';
import { agencyDaysOf, type ContactPoint, type Directory } from '../domain/routing/directory.ts';
import { isReachable, opensAt } from '../domain/routing/office-hours.ts';
import { routeRequestOf } from '../domain/routing/request.ts';
import { findRoute as findInDirectory, type RouteDecision } from '../domain/routing/route.ts';
import { isUrgentOrHigher } from '../domain/urgency.ts';
import type { Country, Instant } from '../domain/vocabulary.ts';
import type { Queries } from '../prisma/store/connect.ts';
import { failedDrills } from '../prisma/store/drills.ts';
import { countUnacknowledged } from '../prisma/store/load.ts';

/** The input of the activity `findRoute`: the referral, the countries and the time. */
export interface RouteQuestion {
  referral: Referral;
  countries: Country[];
  asOf: Instant;
}

/**
 * Returns the routing decision. Referrals that are routed at the same moment do not see each other, so a contact point can
 * get a few more than its capacity.
 */
export async function routeReferral(
  db: Queries,
  directory: Directory,
  question: RouteQuestion,
): Promise<RouteDecision> {
  const { referral, countries, asOf } = question;
  const points = directory.contactPoints.filter(({ country }) => countries.includes(country));
  const [full, failedDrill] = await Promise.all([
    referral.urgency === 'emergency' ? undefined : fullOf(db, points),
    failedDrills(db, points),
  ]);
  const request = routeRequestOf({
    ...{ ...question, failedDrill },
    ...(isUrgentOrHigher(referral.urgency) && hoursOf(points, directory, asOf)),
    ...(full && { full }),
  });
  return findInDirectory(request, directory);
}

/** The contact points at which somebody can be reached, and when each closed desk opens. */
function hoursOf(points: readonly ContactPoint[], directory: Directory, asOf: Instant) {
  const known = points.map((point) => ({ point, days: agencyDaysOf(directory, point.agencyId) }));
  const openings = known.flatMap(({ point, days }) => {
    const opening = opensAt(point, days, asOf);
    return opening === undefined ? [] : [[point.id, opening] as const];
  });
  return {
    reachable: known.filter(({ point, days }) => isReachable(point, days, asOf)).map(({ point }) => point.id),
    opensAt: Object.fromEntries(openings),
  };
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

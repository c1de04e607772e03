/** Determines the recipients of a referral from the directory, drills, and from who can be reached and has capacity now. */

import { type RouteQuestion, routeAt } from '../domain/routing/current-route.ts';
import type { Directory } from '../domain/routing/directory.ts';
import type { RouteDecision } from '../domain/routing/route.ts';
import type { Queries } from '../prisma/store/connect.ts';
import { pointStates } from '../prisma/store/point-states.ts';

/**
 * Returns the routing decision. Referrals that are routed at the same moment do not count each other here. `record` counts
 * again.
 */
export async function routeReferral(
  db: Queries,
  directory: Directory,
  question: RouteQuestion,
): Promise<RouteDecision> {
  const { referral, countries } = question;
  const points = directory.contactPoints.filter(({ country }) => countries.includes(country));
  return routeAt(question, directory, await pointStates(db, referral, points));
}

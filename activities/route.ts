/** Determines the recipients of a referral from the directory, its office hours and its closed days. */

import type { Referral } from '../domain/referral.ts';
import type { Directory } from '../domain/routing/directory.ts';
import { isReachable } from '../domain/routing/office-hours.ts';
import { routeRequestOf } from '../domain/routing/request.ts';
import { findRoute as findInDirectory, type RouteDecision } from '../domain/routing/route.ts';
import { type Country, type Instant, isUrgentOrHigher } from '../domain/vocabulary.ts';
import { closedDaysOf } from '../prisma/store/closed-days.ts';
import type { Queries } from '../prisma/store/connect.ts';

/** The input of the activity `findRoute`: the referral, the countries and the time. */
export interface RouteQuestion {
  referral: Referral;
  countries: Country[];
  asOf: Instant;
}

/** Returns the routing decision. */
export async function routeReferral(
  db: Queries,
  directory: Directory,
  question: RouteQuestion,
): Promise<RouteDecision> {
  const reachable = isUrgentOrHigher(question.referral.urgency) ? await reachableIn(db, directory, question) : [];
  return findInDirectory(routeRequestOf({ ...question, reachable }), directory);
}

/** Ids of the contact points of the countries at which somebody can be reached. */
async function reachableIn(
  db: Queries,
  { contactPoints }: Directory,
  { countries, asOf }: RouteQuestion,
): Promise<string[]> {
  const points = contactPoints.filter(({ country }) => countries.includes(country));
  const closedDays = await closedDaysOf(db, [...new Set(points.map(({ agencyId }) => agencyId))]);
  const byAgency = Map.groupBy(closedDays, ({ agencyId }) => agencyId);
  return points.filter((point) => isReachable(point, byAgency.get(point.agencyId) ?? [], asOf)).map(({ id }) => id);
}

/** The routing decision of a referral at a time: with who can be reached then, if the referral is urgent. */

import type { Referral } from '../referral.ts';
import { isUrgentOrHigher } from '../urgency.ts';
import type { Country, Instant } from '../vocabulary.ts';
import { agencyDaysOf, type ContactPoint, type Directory } from './directory.ts';
import { isReachable, opensAt } from './office-hours.ts';
import { routeRequestOf } from './request.ts';
import { findRoute, type RouteDecision } from './route.ts';

/** The referral, the countries and the time. */
export interface RouteQuestion {
  referral: Referral;
  countries: Country[];
  asOf: Instant;
}

/** What is known of contact points beside the directory, as ids. */
export interface PointStates {
  /** Those at capacity; absent if capacity does not count. */
  full?: readonly string[];
  /** Those that did not answer their last drill. */
  failedDrill: readonly string[];
}

/** Total and deterministic, as `findRoute`. */
export function routeAt(question: RouteQuestion, directory: Directory, states: PointStates): RouteDecision {
  const { referral, countries, asOf } = question;
  const points = directory.contactPoints.filter(({ country }) => countries.includes(country));
  const request = routeRequestOf({
    ...{ ...question, ...states },
    ...(isUrgentOrHigher(referral.urgency) && hoursOf(points, directory, asOf)),
  });
  return findRoute(request, directory);
}

/** The contact points that can be reached now, and when each closed desk opens. */
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

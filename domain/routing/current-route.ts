/** The routing decision of a referral at a time: with who can be reached then, if the referral is urgent. */

import type { Referral } from '../referral.ts';
import { isUrgentOrHigher } from '../urgency.ts';
import type { Country, Instant } from '../vocabulary.ts';
import { type ContactPoint, type Directory, placeOf } from './directory.ts';
import { isStaffed, opensAt } from './office-hours.ts';
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
  const openingOf = openings(directory, asOf);
  const known = points.map((point) => ({ point, ...openingOf(point) }));
  return {
    reachable: known
      .filter(({ point, staffed }) => point.dutyEmail !== undefined || staffed)
      .map(({ point }) => point.id),
    opensAt: Object.fromEntries(known.flatMap(({ point, next }) => (next === undefined ? [] : [[point.id, next]]))),
  };
}

/** Whether a desk is staffed, and when it is next. */
interface Opening {
  staffed: boolean;
  next: Instant | undefined;
}

/** Many desks have the same hours in the same place. Each of these is computed once, unless the agency has days of its own. */
function openings({ closedDays = [], halfDays = [] }: Directory, asOf: Instant): (point: ContactPoint) => Opening {
  const closed = Map.groupBy(closedDays, ({ agencyId }) => agencyId);
  const half = Map.groupBy(halfDays, ({ agencyId }) => agencyId);
  const usual = new Map<string, Opening>();
  return (point) => {
    const days = { closedDays: closed.get(point.agencyId) ?? [], halfDays: half.get(point.agencyId) ?? [] };
    const key = `${point.zone} ${placeOf(point)} ${point.hours}`;
    const isUsual = days.closedDays.length === 0 && days.halfDays.length === 0;
    const known = isUsual ? usual.get(key) : undefined;
    if (known) return known;
    const opening = { staffed: isStaffed(point, days, asOf), next: opensAt(point, days, asOf) };
    if (isUsual) usual.set(key, opening);
    return opening;
  };
}

/** The routing decision of a referral at a time: with who can be reached then, if the referral is urgent. */

import type { Referral } from '../referral.ts';
import { isUrgentOrHigher } from '../urgency.ts';
import type { Country, Instant } from '../vocabulary.ts';
import { type AgencyDays, type ContactPoint, type Directory, placeOf } from './directory.ts';
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
  const reachable: string[] = [];
  const opensAt: Record<string, Instant> = {};
  for (const point of points) {
    const { staffed, next } = openingOf(point);
    if (staffed || point.dutyEmail !== undefined) reachable.push(point.id);
    if (next !== undefined) opensAt[point.id] = next;
  }
  return { reachable, opensAt };
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
  const openingOf = (point: ContactPoint, days: AgencyDays): Opening => ({
    staffed: isStaffed(point, days, asOf),
    next: opensAt(point, days, asOf),
  });
  // By place, zone and hours. One key of all three for each contact point would take most of the time.
  const known = new Map<string, Map<string, Map<string, Opening>>>();
  return (point) => {
    const [ownClosed, ownHalf] = [closed.get(point.agencyId), half.get(point.agencyId)];
    if (ownClosed || ownHalf) return openingOf(point, { closedDays: ownClosed ?? [], halfDays: ownHalf ?? [] });
    const byZone = entryOf(known, placeOf(point), () => new Map<string, Map<string, Opening>>());
    const byHours = entryOf(byZone, point.zone, () => new Map<string, Opening>());
    return entryOf(byHours, point.hours, () => openingOf(point, { closedDays: [] }));
  };
}

/** The value of the key, which is added if it is absent. */
function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

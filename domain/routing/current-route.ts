/** The routing decision of a referral at a time: with who can be reached then, if the referral is urgent. */

import type { Referral } from '../referral.ts';
import { isUrgentOrHigher } from '../urgency.ts';
import type { Country, Instant } from '../vocabulary.ts';
import { type AgencyDays, type ContactPoint, type Directory, daysBefore, placeOf } from './directory.ts';
import { DAYS_AHEAD, isStaffed, opensAt } from './office-hours.ts';
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

/**
 * Many desks have the same hours in the same place, and their agencies are closed on the same days of their own. Each of these
 * is computed once.
 */
function openings(directory: Directory, asOf: Instant): (point: ContactPoint) => Opening {
  const ownDaysOf = ownDaysNear(directory, asOf);
  // By days, place, zone and hours. One key of all four for each contact point would take most of the time.
  const known = new Map<string, Map<string, Map<string, Map<string, Opening>>>>();
  return (point) => {
    const days = ownDaysOf(point.agencyId);
    const byPlace = entryOf(known, days.key, () => new Map<string, Map<string, Map<string, Opening>>>());
    const byZone = entryOf(byPlace, placeOf(point), () => new Map<string, Map<string, Opening>>());
    const byHours = entryOf(byZone, point.zone, () => new Map<string, Opening>());
    return entryOf(byHours, point.hours, () => ({
      staffed: isStaffed(point, days, asOf),
      next: opensAt(point, days, asOf),
    }));
  };
}

interface OwnDays extends AgencyDays {
  /** Equal for equal days. */
  key: string;
}

const NO_DAYS: OwnDays = { key: '', closedDays: [] };

/** The closed days and half days of each agency that an opening can depend on. */
function ownDaysNear({ closedDays = [], halfDays = [] }: Directory, asOf: Instant): (agencyId: string) => OwnDays {
  const [first, last] = [dayAfter(asOf, -2), dayAfter(asOf, DAYS_AHEAD + 2)];
  const isNear = ({ day }: { day: string }) => day >= first && day <= last;
  const closed = Map.groupBy(closedDays.filter(isNear), ({ agencyId }) => agencyId);
  const half = Map.groupBy(halfDays.filter(isNear), ({ agencyId }) => agencyId);
  const known = new Map<string, OwnDays>();
  for (const agencyId of new Set([...closed.keys(), ...half.keys()])) {
    const days = { closedDays: closed.get(agencyId) ?? [], halfDays: half.get(agencyId) ?? [] };
    const texts = [
      ...days.closedDays.map(({ day }) => day),
      ...days.halfDays.map((each) => `${each.day} ${each.closesAt}`),
    ];
    known.set(agencyId, { ...days, key: texts.sort().join() });
  }
  return (agencyId) => known.get(agencyId) ?? NO_DAYS;
}

/** ISO 8601 date. */
function dayAfter(instant: Instant, days: number): string {
  return daysBefore(instant, -days).slice(0, 10);
}

/** The value of the key, which is added if it is absent. */
function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** What would change a routing decision: for each country, the smallest change of facts that selects another contact point. */

import type { Country } from '../vocabulary.ts';
import { type Handicap, handicapsBehind, type Order } from './order.ts';

/** A contact point with every reason against it, in the order in which the rules consider them. */
export interface ExaminedContactPoint<Reason extends string> {
  contactPointId: string;
  country: Country;
  reasons: readonly Reason[];
  order: Order;
}

/** Another contact point that would be selected under the given conditions. */
export interface RouteChange<Reason extends string = string> {
  country: Country;
  contactPointId: string;
  /** The reasons against it that would have to be gone. */
  without: Reason[];
  /** The suitable contact points before it, which would have to be unable to receive. */
  instead: string[];
  /** What keeps it behind the one that is selected, and would have to be gone instead. Absent in decisions of `route-5`. */
  handicaps?: readonly Handicap[];
}

const MOST = 3;

/**
 * Returns, for each country, at most three contact points that are not selected and need the fewest facts to be different. The
 * better contact point comes first.
 *
 * @param points best first within each country; the first without a reason is selected.
 * @param fixed reasons that no change of facts can remove.
 */
export function routeChanges<Reason extends string>(
  points: readonly ExaminedContactPoint<Reason>[],
  fixed: readonly Reason[],
): RouteChange<Reason>[] {
  return [...Map.groupBy(points, ({ country }) => country).values()].flatMap((ofCountry) => {
    const others = changesIn(ofCountry).filter(({ without }) => !without.some((reason) => fixed.includes(reason)));
    const fewest = Math.min(...others.map(size));
    return others.filter((change) => size(change) === fewest).slice(0, MOST);
  });
}

function changesIn<Reason extends string>(points: readonly ExaminedContactPoint<Reason>[]): RouteChange<Reason>[] {
  const isSuitable = ({ reasons }: ExaminedContactPoint<Reason>) => reasons.length === 0;
  const selected = points.find(isSuitable);
  return points.flatMap((point, place) => {
    if (point === selected) return [];
    const { country, contactPointId, reasons } = point;
    const before = points.slice(0, place).filter(isSuitable);
    const change = { country, contactPointId, without: [...reasons] };
    const handicaps = before[0] && handicapsBehind(before[0].order, point.order);
    return handicaps && handicaps.length <= before.length
      ? [{ ...change, instead: [], handicaps }]
      : [{ ...change, instead: before.map((each) => each.contactPointId) }];
  });
}

function size({ without, instead, handicaps = [] }: RouteChange): number {
  return without.length + instead.length + handicaps.length;
}

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
    const others = differences(ofCountry).filter(
      ({ point }) => !point.reasons.some((reason) => fixed.includes(reason)),
    );
    const fewest = others.reduce((least, { facts }) => Math.min(least, facts), Number.POSITIVE_INFINITY);
    const suitable = ofCountry.filter(isSuitable).map(({ contactPointId }) => contactPointId);
    return others
      .filter(({ facts }) => facts === fewest)
      .slice(0, MOST)
      .map(({ point: { country, contactPointId, reasons }, handicaps, before }) => {
        const change = { country, contactPointId, without: [...reasons] };
        return handicaps ? { ...change, instead: [], handicaps } : { ...change, instead: suitable.slice(0, before) };
      });
  });
}

/** What keeps a contact point from being selected, and the number of these facts. */
interface Difference<Reason extends string> {
  point: ExaminedContactPoint<Reason>;
  /** The number of suitable contact points before it. */
  before: number;
  /** If fewer facts than these keep it behind the first of them. */
  handicaps: readonly Handicap[] | undefined;
  facts: number;
}

function differences<Reason extends string>(points: readonly ExaminedContactPoint<Reason>[]): Difference<Reason>[] {
  const selected = points.find(isSuitable);
  let before = 0;
  return points.flatMap((point) => {
    if (point === selected) {
      before = 1;
      return [];
    }
    const found = before > 0 && selected ? handicapsBehind(selected.order, point.order) : undefined;
    const handicaps = found && found.length <= before ? found : undefined;
    const facts = point.reasons.length + (handicaps?.length ?? before);
    const difference = { point, before, handicaps, facts };
    if (isSuitable(point)) before += 1;
    return [difference];
  });
}

function isSuitable({ reasons }: ExaminedContactPoint<string>): boolean {
  return reasons.length === 0;
}

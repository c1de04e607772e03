/** The order of the contact points of a country, and what keeps one of them behind another. */

import { CAPABILITY_LEVELS, type CapabilityLevel, type Instant } from '../vocabulary.ts';

/** What decides the order, the most important first. Times of verification and ids decide between equals. */
export interface Order {
  /** The place of its type on the fallback chain. */
  place: number;
  /** It cannot be reached now, and that counts. */
  closed: boolean;
  /** It did not answer its last drill. */
  drillFailed: boolean;
  /** The level of the capability of its agency, as registered. */
  level: CapabilityLevel;
  verifiedAt: Instant;
  id: string;
}

/** A fact that keeps a contact point behind others of its type. */
export const HANDICAPS = ['closed', 'drill-failed', 'capability-not-full'] as const;
/** A fact that keeps a contact point behind others of its type. */
export type Handicap = (typeof HANDICAPS)[number];

const LEVEL_RANK: Record<CapabilityLevel, number> = { none: 0, partial: 1, full: 2 };

/** Negative if `one` comes first. */
function compareOrder(one: Order, other: Order): number {
  return rankOf(one) - rankOf(other) || compareEqual(one, other);
}

/** Best first. @param points in the order of `compareEqual` */
export function bestFirst<Point extends { order: Order }>(points: readonly Point[]): Point[] {
  const byRank = Map.groupBy(points, ({ order }) => rankOf(order));
  return [...byRank].sort(([one], [other]) => one - other).flatMap(([, equal]) => equal);
}

/** What decides before the time of verification, as one number. */
function rankOf({ place, closed, drillFailed, level }: Order): number {
  const handicaps = Number(closed) * 2 + Number(drillFailed);
  return (place * 4 + handicaps) * CAPABILITY_LEVELS.length - LEVEL_RANK[level];
}

/** The order of contact points of the same rank: the one that was verified last comes first. */
export function compareEqual(one: Pick<Order, 'verifiedAt' | 'id'>, other: Pick<Order, 'verifiedAt' | 'id'>): number {
  return compareText(other.verifiedAt, one.verifiedAt) || compareText(one.id, other.id);
}

/** The fewest facts without which it would come before `first`; undefined if other facts keep it behind as well. */
export function handicapsBehind(first: Order, behind: Order): readonly Handicap[] | undefined {
  if (behind.place !== first.place) return undefined;
  return SETS.find(
    (gone) => gone.every((each) => isWorse(behind, first, each)) && compareOrder(without(behind, gone), first) < 0,
  );
}

/** Every combination, the smallest first. */
const SETS: readonly (readonly Handicap[])[] = [
  [],
  ...HANDICAPS.map((each) => [each]),
  ...HANDICAPS.map((each) => HANDICAPS.filter((other) => other !== each)),
  HANDICAPS,
];

function isWorse(behind: Order, first: Order, handicap: Handicap): boolean {
  switch (handicap) {
    case 'closed':
      return behind.closed && !first.closed;
    case 'drill-failed':
      return behind.drillFailed && !first.drillFailed;
    case 'capability-not-full':
      return LEVEL_RANK[behind.level] < LEVEL_RANK[first.level];
  }
}

function without(order: Order, gone: readonly Handicap[]): Order {
  return {
    ...order,
    ...(gone.includes('closed') && { closed: false }),
    ...(gone.includes('drill-failed') && { drillFailed: false }),
    ...(gone.includes('capability-not-full') && { level: 'full' }),
  };
}

/** For instants and ids. */
function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

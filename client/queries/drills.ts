/** Drills by contact point: the last results, and when the next one starts. */

import { nextDrillAt } from '../../domain/drill.ts';
import type { ContactPoint, Directory } from '../../domain/routing/directory.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Queries } from '../../prisma/store/connect.ts';
import { type Drill, drillsOf } from '../../prisma/store/drills.ts';

/** A contact point with its drills, as far as the caller's agency sees them. */
export interface DrilledPoint {
  point: ContactPoint;
  /** The newest first. */
  drills: Drill[];
  /** From when on the schedule starts a drill; `due` without an earlier one; absent without a schedule. */
  next?: Instant | 'due';
}

/** The number of results that are shown. */
const RESULTS = 3;

/** The given contact points with their drills, in the same order. */
export async function readDrills(db: Queries, points: readonly ContactPoint[]): Promise<DrilledPoint[]> {
  const byPoint = Map.groupBy(await drillsOf(db, points, RESULTS), ({ contactPointId }) => contactPointId);
  return points.map((point) => {
    const drills = byPoint.get(point.id) ?? [];
    const next = nextDrillAt(point, drills[0]);
    return { point, drills, ...(next && { next }) };
  });
}

/** The contact points that can have a drill. Those of the coordinating agency, and disabled ones, cannot. */
export function drillablePoints({ agencies, contactPoints }: Directory): ContactPoint[] {
  const excluded = new Set(agencies.flatMap((each) => (each.coordinating || each.disabled ? [each.id] : [])));
  return contactPoints.filter(({ agencyId, disabled }) => !disabled && !excluded.has(agencyId));
}

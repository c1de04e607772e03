/** Finds the values of one case by the paths of a mapping. */

import type { SourceLeaf } from './leaves.ts';
import { matches, type Path, type PathPattern, parsePath, shapeOf, sharedLength } from './path.ts';

export interface LeafIndex {
  leaves: readonly SourceLeaf[];
  byShape: ReadonlyMap<string, readonly SourceLeaf[]>;
}

/** Groups leaves by the shape of their paths, so that a pattern finds its leaves without a scan. */
export function indexLeaves(leaves: readonly SourceLeaf[]): LeafIndex {
  return { leaves, byShape: Map.groupBy(leaves, ({ path }) => shapeOf(path)) };
}

/** The values that match, in the order of the paths. Paths were validated with the mapping. */
export function leavesAt({ byShape }: LeafIndex, paths: readonly string[]): SourceLeaf[] {
  return paths.map(patternOfPath).flatMap((pattern) => {
    const found = byShape.get(shapeOf(pattern)) ?? [];
    return found.filter(({ path }) => matches(pattern, path));
  });
}

/** The distinct places that match `each`, which may be values, objects or lists. */
export function placesOf({ leaves }: LeafIndex, each: string): Path[] {
  const pattern = patternOfPath(each);
  const places = new Map<string, Path>();
  for (const { path } of leaves) {
    if (path.length < pattern.length || !matches(pattern, path)) continue;
    const place = path.slice(0, pattern.length);
    places.set(JSON.stringify(place), place);
  }
  return [...places.values()];
}

/**
 * A function from a place of `each` to the values that belong to it. These are the values that `paths` find at the same
 * places of the lists that both paths begin with.
 */
export function leavesBeside(
  index: LeafIndex,
  paths: readonly string[],
  each: string,
): (place: Path) => readonly SourceLeaf[] {
  const outer = patternOfPath(each);
  const found = paths.map((path) => {
    const shared = sharedLength(patternOfPath(path), outer);
    const byPlace = Map.groupBy(leavesAt(index, [path]), (leaf) => JSON.stringify(leaf.path.slice(0, shared)));
    return { shared, byPlace };
  });
  return (place) => found.flatMap(({ shared, byPlace }) => byPlace.get(JSON.stringify(place.slice(0, shared))) ?? []);
}

export function patternOfPath(path: string): PathPattern {
  return parsePath(path) ?? [];
}

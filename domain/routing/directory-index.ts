/** What routing derives from a directory alone: derived once for each directory, because a country can have thousands of points. */

import type { CapabilityLevel, Country, RegistryCapability } from '../vocabulary.ts';
import { type ContactPoint, type Directory, levelsIn } from './directory.ts';
import { compareEqual } from './order.ts';

/** Derived when it is needed for the first time. */
export class DirectoryIndex {
  readonly #directory: Directory;
  #points: Map<Country, ContactPoint[]> | undefined;
  readonly #levels = new Map<string, ReadonlyMap<string, CapabilityLevel>>();

  private constructor(directory: Directory) {
    this.#directory = directory;
  }

  static readonly #known = new WeakMap<Directory, DirectoryIndex>();

  /** The index of a directory, which must not change afterwards. */
  static of(directory: Directory): DirectoryIndex {
    const index = DirectoryIndex.#known.get(directory) ?? new DirectoryIndex(directory);
    DirectoryIndex.#known.set(directory, index);
    return index;
  }

  /** The contact points of a country, in the order of those with the same rank. Those of a disabled agency are disabled. */
  pointsIn(country: Country): readonly ContactPoint[] {
    this.#points ??= pointsByCountry(this.#directory);
    return this.#points.get(country) ?? [];
  }

  /** As `levelsIn` of a directory. */
  levelsIn(country: Country, capability: RegistryCapability): ReadonlyMap<string, CapabilityLevel> {
    const key = `${country} ${capability}`;
    const levels = this.#levels.get(key) ?? levelsIn(this.#directory, country, capability);
    this.#levels.set(key, levels);
    return levels;
  }
}

function pointsByCountry({ agencies, contactPoints }: Directory): Map<Country, ContactPoint[]> {
  const disabled = new Set(agencies.filter((each) => each.disabled).map(({ id }) => id));
  const points = contactPoints.map((point) => (disabled.has(point.agencyId) ? { ...point, disabled: true } : point));
  return Map.groupBy(points.sort(compareEqual), ({ country }) => country);
}

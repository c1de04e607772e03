/** A random number generator with a seed, so that the same load can be generated again. */

export interface SeededRandom {
  /** Returns a number from 0 (inclusive) to 1 (exclusive). */
  next(): number;
  pick<T>(list: readonly T[]): T;
  /** Returns a function that picks items by weight. */
  weighted<T>(list: readonly T[], weightOf: (item: T) => number): () => T;
  uuid(): string;
}

/** Mulberry32. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const hex = () =>
    Math.floor(next() * 65_536)
      .toString(16)
      .padStart(4, '0');
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(next() * list.length)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  };
  return {
    next,
    pick,
    weighted: (list, weightOf) => {
      const sums: number[] = [];
      for (const item of list) sums.push((sums.at(-1) ?? 0) + weightOf(item));
      return () => {
        const at = next() * (sums.at(-1) ?? 0);
        return list[sums.findIndex((sum) => sum > at)] ?? pick(list);
      };
    },
    uuid: () => `${hex()}${hex()}-${hex()}-4${hex().slice(1)}-a${hex().slice(1)}-${hex()}${hex()}${hex()}`,
  };
}

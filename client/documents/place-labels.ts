/** Places labels beside each other on one line, each as near as possible to the instant that it names. */

/** A label that would like to be centred at `x`. */
export interface WantedLabel {
  x: number;
  width: number;
}

/** The left edge of each label, in the same order. Labels keep their order and do not overlap while the line is wide enough. */
export function placeLabels(labels: readonly WantedLabel[], width: number, gap: number): number[] {
  const order = labels
    .map((_, n) => n)
    .sort((one, other) => (labels[one]?.x ?? 0) - (labels[other]?.x ?? 0) || one - other);
  const placed = new Map<number, number>();
  let free = 0;
  for (const n of order) {
    const { x, width: own } = labels[n] ?? { x: 0, width: 0 };
    const left = Math.max(free, x - own / 2);
    placed.set(n, left);
    free = left + own + gap;
  }
  let end = width;
  for (const n of order.toReversed()) {
    const own = labels[n]?.width ?? 0;
    const left = Math.max(0, Math.min(placed.get(n) ?? 0, end - own));
    placed.set(n, left);
    end = left - gap;
  }
  return labels.map((_, n) => placed.get(n) ?? 0);
}

/** Things at one place of an axis, from the first to the last. */
export interface Cluster<T> {
  x: number;
  items: [T, ...T[]];
}

/** Joins what lies closer together than `distance`. `items` are in the order of the axis. */
export function clusters<T>(items: readonly T[], x: (item: T) => number, distance: number): Cluster<T>[] {
  const found: Cluster<T>[] = [];
  for (const item of items) {
    const at = x(item);
    const last = found.at(-1);
    if (last && at - last.x < distance) last.items.push(item);
    else found.push({ x: at, items: [item] });
  }
  return found;
}

/** The numbers of the entries in it: `3`, or `3–7` for several. */
export function numbersOf({ items }: Cluster<{ seq: number }>): string {
  const [first, last] = [items[0].seq, items.at(-1)?.seq];
  return first === last ? `${first}` : `${first}–${last}`;
}

/** Times counted in buckets whose bounds grow by a constant factor: percentiles with a bounded relative error. */

/** The largest relative error of a percentile that is read from buckets. */
export const BUCKET_ERROR = 0.02;

/** Times of less than a second count as zero; the last bucket has no upper bound. */
const FIRST_MS = 1_000;
const LAST_MS = 10 * 366 * 24 * 3_600_000;

/** The number of times in each bucket; the key is the number of bounds that the times reach. */
export type TimeBuckets = ReadonlyMap<number, number>;

/** The lower bounds of all buckets but the first, in milliseconds, ascending. As in DDSketch (Masson et al., 2019). */
export const BUCKET_BOUNDS_MS: readonly number[] = bounds();

/** The bucket of a time: the number of bounds that it reaches. PostgreSQL's `width_bucket` returns the same. */
export function bucketOf(milliseconds: number): number {
  const next = BUCKET_BOUNDS_MS.findIndex((bound) => milliseconds < bound);
  return next < 0 ? BUCKET_BOUNDS_MS.length : next;
}

/**
 * The times at the nearest ranks of the fractions, in milliseconds; at most `BUCKET_ERROR` from the exact ones, or a second if
 * that is less than a second. Undefined if nothing was counted.
 */
export function percentilesOf(buckets: TimeBuckets, fractions: readonly number[]): (number | undefined)[] {
  const counts = Array.from({ length: BUCKET_BOUNDS_MS.length + 1 }, () => 0);
  let total = 0;
  for (const [bucket, count] of buckets) {
    counts[bucket] = count;
    total += count;
  }
  return fractions.map((fraction) => {
    let left = Math.ceil(fraction * total);
    const found = counts.findIndex((count) => {
      left -= count;
      return count > 0 && left <= 0;
    });
    return found < 0 ? undefined : middleOf(found);
  });
}

/** The average, with the same error as `percentilesOf`. Undefined if nothing was counted. */
export function meanOf(buckets: TimeBuckets): number | undefined {
  const total = [...buckets.values()].reduce((sum, count) => sum + count, 0);
  const sum = [...buckets].reduce((all, [bucket, count]) => all + middleOf(bucket) * count, 0);
  return total === 0 ? undefined : Math.round(sum / total);
}

/** The numbers of times below the first bound, from each bound to the next, and from the last on. Bounds are in milliseconds. */
export function countsBetween(buckets: TimeBuckets, bounds: readonly number[]): number[] {
  const counts = Array.from({ length: bounds.length + 1 }, () => 0);
  for (const [bucket, count] of buckets) {
    const place = bounds.filter((bound) => middleOf(bucket) >= bound).length;
    counts[place] = (counts[place] ?? 0) + count;
  }
  return counts;
}

/** The value with the same relative distance to both bounds. */
function middleOf(bucket: number): number {
  const [from = 0, to] = [BUCKET_BOUNDS_MS[bucket - 1], BUCKET_BOUNDS_MS[bucket]];
  return to === undefined ? from : Math.round((2 * from * to) / (from + to));
}

function bounds(): number[] {
  const factor = (1 + BUCKET_ERROR) / (1 - BUCKET_ERROR);
  const all = [FIRST_MS];
  for (let bound = FIRST_MS; bound < LAST_MS; ) {
    bound = Math.floor(bound * factor);
    all.push(bound);
  }
  return all;
}

/** Percentiles from buckets are close to the exact ones, for any times. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BUCKET_BOUNDS_MS, BUCKET_ERROR, bucketOf, countsBetween, percentilesOf } from '../../domain/time-buckets.ts';

const YEAR_MS = 366 * 24 * 3_600_000;
const times = fc.array(fc.integer({ min: -5_000, max: 10 * YEAR_MS }), { minLength: 1, maxLength: 60 });

function bucketsOf(all: readonly number[]): Map<number, number> {
  return new Map([...Map.groupBy(all, bucketOf)].map(([bucket, { length }]) => [bucket, length]));
}

test('bounds grow by at most the factor of the error', () => {
  for (const [n, bound] of BUCKET_BOUNDS_MS.entries()) {
    const before = BUCKET_BOUNDS_MS[n - 1] ?? bound - 1;
    expect(bound).toBeGreaterThan(before);
    if (n > 0) expect((bound - before) / (bound + before)).toBeLessThanOrEqual(BUCKET_ERROR);
  }
});

test('a percentile is at most the stated error from the exact one, or a second', () => {
  fc.assert(
    fc.property(times, fc.constantFrom(0.01, 0.5, 0.9, 1), (all, fraction) => {
      const exact = all.toSorted((one, other) => one - other)[Math.ceil(fraction * all.length) - 1] ?? 0;
      const [found = Number.NaN] = percentilesOf(bucketsOf(all), [fraction]);
      // Without an exact time, that is a negative one, the clock was set back: it counts as zero.
      const error = Math.abs(found - Math.max(0, exact));
      expect(error).toBeLessThanOrEqual(exact < 1_000 ? 1_000 : exact * BUCKET_ERROR + 1);
    }),
  );
});

test('a bound is the first time of its bucket', () => {
  for (const [n, bound] of BUCKET_BOUNDS_MS.entries())
    expect([bucketOf(bound - 1), bucketOf(bound)]).toEqual([n, n + 1]);
});

test('an empty set has no percentile, and a time beyond the last bound counts as the last bound', () => {
  expect(percentilesOf(new Map(), [0.5, 0.9])).toEqual([undefined, undefined]);
  expect(percentilesOf(bucketsOf([100 * YEAR_MS]), [0.5])).toEqual([BUCKET_BOUNDS_MS.at(-1)]);
});

test('times are counted between bounds, and each is counted once', () => {
  const buckets = bucketsOf([10_000, 40_000, 50_000, 200_000]);
  expect(countsBetween(buckets, [30_000, 100_000])).toEqual([1, 2, 1]);
  expect(countsBetween(new Map(), [30_000])).toEqual([0, 0]);
});

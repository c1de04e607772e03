/** Values are compared without writing them as text, with the same result. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import { isSameJson } from '../../prisma/store/compare-json.ts';

const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => !hasNegativeZero(value));

/** JSON writes -0 as 0. Nothing that is stored has it. */
function hasNegativeZero(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(hasNegativeZero);
  return Object.is(value, -0);
}

test('two values are the same if their canonical JSON is the same', () => {
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(isSameJson(one, other)).toBe(canonicalJson(one) === canonicalJson(other));
      expect(isSameJson(one, structuredClone(one))).toBe(true);
    }),
  );
});

test.each<[unknown, unknown, boolean]>([
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: null }, false],
  [{ a: 1, b: 2 }, { a: 1, c: 2 }, false],
  [[1, 2], [2, 1], false],
  [[1], { 0: 1 }, false],
  [[], {}, false],
  ['1', 1, false],
  [null, {}, false],
])('%j and %j: %j', (one, other, expected) => {
  expect(isSameJson(one, other)).toBe(expected);
  expect(isSameJson(other, one)).toBe(expected);
});

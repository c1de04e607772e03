/** Working days of countries and regions. */

import { describe, expect, test } from 'vitest';
import { closureOn, isPlace } from '../../../domain/clocks/working-days.ts';

const DAY_MS = 86_400_000;
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

test('a holiday that begins at noon leaves the day a working day', () => {
  expect(closureOn(dayOf('2026-12-24'), { place: 'IS' })).toBeUndefined();
  expect(closureOn(dayOf('2026-12-25'), { place: 'IS' })).toMatchObject({ why: 'holiday' });
});

test('a holiday of several days closes each of them, and no more', () => {
  const days = ['2026-03-19', '2026-03-20', '2026-03-22', '2026-03-23'].map(
    (day) => closureOn(dayOf(day), { place: 'TR' })?.why,
  );
  expect(days).toEqual([undefined, 'holiday', 'holiday', undefined]);
});

describe('the weekend', () => {
  test.each([
    ['DE', '2026-03-06', undefined],
    ['IL', '2026-03-06', 'weekend'],
    ['IL', '2026-03-08', undefined],
    [undefined, '2026-03-07', 'weekend'],
  ])('of %s: %s is %s', (place, day, why) => {
    expect(closureOn(dayOf(day), { place })?.why).toBe(why);
  });
});

test.each([
  ['DE', true],
  ['DE-BY', true],
  ['DE-BY-A', true],
  ['GB-SCT', true],
  ['de', false],
  ['XX', false],
  ['DE-XX', false],
  ['DE-BY-XX', false],
  ['DE-BY-A-X', false],
  ['', false],
])('"%s" is a place with holidays: %s', (place, isKnown) => {
  expect(isPlace(place)).toBe(isKnown);
});

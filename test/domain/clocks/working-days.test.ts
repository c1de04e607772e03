/** Working days of countries and regions. */

import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { HOLIDAY_CORRECTIONS } from '../../../domain/clocks/holiday-corrections.ts';
import { closureOn, holidaysOf, isPlace } from '../../../domain/clocks/working-days.ts';

const YEARS = [2024, 2025, 2026, 2027];
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

test('every public holiday of the library is one here, except half days and corrected ones', () => {
  const countries = Object.keys(new Holidays().getCountries());
  const missing = countries.flatMap((country) => {
    const library = new Holidays(country, { types: ['public'] });
    const removed = HOLIDAY_CORRECTIONS[country]?.removed ?? [];
    return YEARS.flatMap((year) => {
      const ours = holidaysOf(country, year, 'en');
      const theirs = library.getHolidays(year, 'en').filter(({ rule }) => !removed.includes(rule));
      return theirs.filter(({ date }) => date.slice(11, 13) === '00' && !ours.has(date.slice(0, 10)));
    });
  });
  expect(missing.map(({ date, name }) => `${date} ${name}`)).toEqual([]);
  expect(countries.length).toBeGreaterThan(150);
});

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

/** The public holidays of every country and region, compared with those of the library. */

import Holidays from 'date-holidays';
import { expect, test } from 'vitest';
import { HOLIDAY_CORRECTIONS } from '../../../domain/clocks/holiday-corrections.ts';
import { isoDate } from '../../../domain/clocks/local-day.ts';
import { holidaysOf } from '../../../domain/clocks/working-days.ts';

const YEARS = [2024, 2025, 2026, 2027];
const DAY_MS = 86_400_000;
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** Days that are holidays here and not in the library, and the reverse. */
interface Difference {
  more: string[];
  fewer: string[];
}

const CORRECTED: Record<string, Difference> = {
  BG: {
    more: [
      ...['2024-03-04', '2024-09-23', '2024-12-26'],
      ...['2025-05-26', '2025-09-08', '2025-12-26'],
      ...['2026-05-25', '2026-09-07', '2026-12-26', '2026-12-28'],
      ...['2027-05-04', '2027-12-26', '2027-12-27', '2027-12-28'],
    ],
    fewer: [],
  },
  CY: {
    more: [
      ...['2024-03-18', '2024-06-24', '2025-03-03', '2025-06-09'],
      ...['2026-02-23', '2026-06-01', '2027-03-15', '2027-06-21'],
    ],
    fewer: ['2024-03-19', '2025-03-04', '2026-02-24', '2027-03-16'],
  },
};

type PlaceParts = [country: string, state?: string, region?: string];

function libraryFor([country, state, region]: PlaceParts): Holidays {
  const options = { types: ['public' as const] };
  if (state === undefined) return new Holidays(country, options);
  return region === undefined ? new Holidays(country, state, options) : new Holidays(country, state, region, options);
}

function differences(...parts: PlaceParts): Difference {
  const library = libraryFor(parts);
  const theirs = new Set<string>();
  // A holiday of several days may begin in the year before.
  for (const { date, start, end } of [2023, ...YEARS].flatMap((year) => library.getHolidays(year, 'en'))) {
    const first = dayOf(date.slice(0, 10));
    // Part of a day at the end is not counted, but one day of the year has 23 hours.
    const days = Math.floor((end.getTime() - start.getTime()) / DAY_MS + 0.05);
    if (date.slice(11, 13) !== '00') continue;
    for (let day = first; day < first + days; day += 1) theirs.add(isoDate(day));
  }
  for (const day of theirs) if (!YEARS.includes(Number(day.slice(0, 4)))) theirs.delete(day);
  const ours = new Set(YEARS.flatMap((year) => [...holidaysOf(parts.join('-'), year, 'en').keys()]));
  return {
    more: [...ours].filter((day) => !theirs.has(day)).sort(),
    fewer: [...theirs].filter((day) => !ours.has(day)).sort(),
  };
}

test('the public holidays of each country are those of the library, except half days and corrected ones', () => {
  const countries = Object.keys(new Holidays().getCountries());
  const found = countries.map((country) => [country, differences(country)] as const);
  const different = found.filter(([, { more, fewer }]) => more.length + fewer.length > 0);
  expect(Object.fromEntries(different)).toEqual(CORRECTED);
  expect(Object.keys(HOLIDAY_CORRECTIONS)).toEqual(Object.keys(CORRECTED));
  expect(countries.length).toBeGreaterThan(150);
});

test('the public holidays of each region are those of the library, except corrected ones', () => {
  const library = new Holidays();
  const regions = Object.keys(library.getCountries()).flatMap((country) =>
    Object.keys(library.getStates(country) ?? {}).flatMap((state): PlaceParts[] => [
      [country, state],
      ...Object.keys(library.getRegions(country, state) ?? {}).map((region): PlaceParts => [country, state, region]),
    ]),
  );
  const different = regions.filter(([country, ...rest]) => {
    const { more, fewer } = differences(country, ...rest);
    return CORRECTED[country] === undefined && more.length + fewer.length > 0;
  });
  expect(different).toEqual([]);
  expect(regions.length).toBeGreaterThan(300);
});

/** When a desk is open, in local time of its own time zone. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isStaffed, opensAt } from '../../../domain/routing/office-hours.ts';
import { hoursByWeekday, rangeText, WEEKDAYS } from '../../../domain/routing/opening-hours.ts';
import { examples } from '../../support/seeds.ts';

const OPEN = { closedDays: [] };
const HELSINKI = { hours: '08:00-16:00', zone: 'Europe/Helsinki', country: 'FI' } as const;

test.each([
  ['a minute before it opens', '2026-11-24T05:59:00.000Z', false],
  ['when it opens', '2026-11-24T06:00:00.000Z', true],
  ['a second before it closes', '2026-11-24T13:59:59.000Z', true],
  ['when it closes', '2026-11-24T14:00:00.000Z', false],
  ['at the same time of day in summer, when its walls show another', '2026-06-02T05:00:00.000Z', true],
  ['on a Saturday', '2026-11-28T10:00:00.000Z', false],
  ['on a public holiday', '2026-12-25T10:00:00.000Z', false],
])('%s', (_when, at, manned) => {
  expect(isStaffed(HELSINKI, OPEN, at)).toBe(manned);
});

test('a desk that names a calendar is closed on the public holidays of that country or region', () => {
  const berlin = { hours: '08:00-16:00', zone: 'Europe/Berlin', country: 'DE' } as const;
  const epiphany = '2027-01-06T10:00:00.000Z';
  expect(isStaffed(berlin, OPEN, epiphany)).toBe(true);
  expect(isStaffed({ ...berlin, calendar: 'DE-BY' }, OPEN, epiphany)).toBe(false);
  // The code of international organisations has no public holidays.
  const desk = { hours: '08:00-16:00', zone: 'Europe/Brussels', country: 'XR' } as const;
  const nationalDay = '2026-07-21T10:00:00.000Z';
  expect(isStaffed(desk, OPEN, nationalDay)).toBe(true);
  expect(isStaffed({ ...desk, calendar: 'BE' }, OPEN, nationalDay)).toBe(false);
});

test('a closed day of an agency applies to that agency only', () => {
  const closed = { closedDays: [{ day: '2026-11-24', name: 'Removal' }] };
  expect(isStaffed(HELSINKI, closed, '2026-11-24T10:00:00.000Z')).toBe(false);
  expect(isStaffed(HELSINKI, closed, '2026-11-25T10:00:00.000Z')).toBe(true);
});

test('hours that continue after midnight', () => {
  const night = { ...HELSINKI, hours: '22:00-06:00' };
  expect(isStaffed(night, OPEN, '2026-11-24T21:30:00.000Z')).toBe(true);
  expect(isStaffed(night, OPEN, '2026-11-24T03:30:00.000Z')).toBe(true);
  expect(isStaffed(night, OPEN, '2026-11-24T10:00:00.000Z')).toBe(false);
});

test('a desk that never closes has no weekends', () => {
  expect(isStaffed({ ...HELSINKI, hours: '24/7' }, OPEN, '2026-11-28T02:00:00.000Z')).toBe(true);
});

describe('hours by weekday', () => {
  const desk = { ...HELSINKI, hours: 'Mo-Th 08:00-12:00,13:00-16:00; Fr 22:00-06:00; Sa 09:00-12:00' };

  test.each([
    ['in the morning', '2026-11-24T09:30:00.000Z', true],
    ['in the break', '2026-11-24T10:30:00.000Z', false],
    ['after the break', '2026-11-24T11:00:00.000Z', true],
    ['on a Saturday that has hours', '2026-11-28T08:00:00.000Z', true],
    ['on a Sunday without hours', '2026-11-29T08:00:00.000Z', false],
    ['in the night of Friday', '2026-11-27T20:30:00.000Z', true],
    ['after midnight, in the hours of the day before', '2026-11-28T03:59:00.000Z', true],
    ['after the night', '2026-11-28T04:00:00.000Z', false],
    ['after the midnight of a day without night hours', '2026-11-27T01:00:00.000Z', false],
    // 6 December 2026 is a Sunday; 25 December is a Friday, 26 December a Saturday.
    ['on a public holiday on a Saturday', '2026-12-26T08:00:00.000Z', false],
  ])('%s', (_when, at, manned) => {
    expect(isStaffed(desk, OPEN, at)).toBe(manned);
  });

  test('a closed day and a half day shorten them', () => {
    const closed = { closedDays: [{ day: '2026-11-28', name: 'Removal' }] };
    expect(isStaffed(desk, closed, '2026-11-28T08:00:00.000Z')).toBe(false);
    const half = { closedDays: [], halfDays: [{ day: '2026-11-24', name: 'Eve', closesAt: '11:00' }] };
    expect(isStaffed(desk, half, '2026-11-24T08:59:00.000Z')).toBe(true);
    expect(isStaffed(desk, half, '2026-11-24T09:00:00.000Z')).toBe(false);
    expect(isStaffed(desk, half, '2026-11-24T12:00:00.000Z')).toBe(false);
  });

  test('with hours that are not valid, the desk is never staffed', () => {
    expect(isStaffed({ ...desk, hours: 'mornings' }, OPEN, '2026-11-24T09:30:00.000Z')).toBe(false);
  });
});

test.each([
  ['08:00-16:00', '2026-11-27T15:00:00.000Z', '2026-11-30T06:00:00.000Z'],
  ['Mo-Fr 08:00-12:00,13:00-16:00', '2026-11-24T10:30:00.000Z', '2026-11-24T11:00:00.000Z'],
  ['Sa 09:00-12:00', '2026-11-28T10:00:00.000Z', '2026-12-05T07:00:00.000Z'],
  // After Christmas, on a Monday.
  ['Mo-Fr 08:00-16:00', '2026-12-24T15:00:00.000Z', '2026-12-28T06:00:00.000Z'],
  // In summer time.
  ['Mo-Fr 08:00-16:00', '2026-03-28T15:00:00.000Z', '2026-03-30T05:00:00.000Z'],
])('a desk with hours %s opens after %s at %s', (hours, at, opening) => {
  expect(opensAt({ ...HELSINKI, hours }, OPEN, at)).toBe(opening);
});

test('an open desk does not open, and neither does one without hours', () => {
  expect(opensAt(HELSINKI, OPEN, '2026-11-24T10:00:00.000Z')).toBeUndefined();
  expect(opensAt({ ...HELSINKI, hours: 'never' }, OPEN, '2026-11-24T10:00:00.000Z')).toBeUndefined();
});

test('the first opening is one at which the desk is staffed, and a minute before it is not', () => {
  const range = fc
    .tuple(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 1, max: 239 }))
    .map(([from, length]) => rangeText({ from, to: from + length }));
  const week = fc.dictionary(fc.constantFrom(...WEEKDAYS), range, { minKeys: 1 });
  const hour = fc.integer({ min: 0, max: 365 * 24 }).map((n) => new Date(Date.UTC(2026, 0, 1, n)).toISOString());
  fc.assert(
    fc.property(week, hour, (days, at) => {
      const desk = { ...HELSINKI, hours: hoursByWeekday(days) };
      const opening = opensAt(desk, OPEN, at);
      if (isStaffed(desk, OPEN, at)) return opening === undefined;
      if (opening === undefined) return false;
      const before = new Date(Date.parse(opening) - 60_000).toISOString();
      return opening > at && isStaffed(desk, OPEN, opening) && (before <= at || !isStaffed(desk, OPEN, before));
    }),
    { numRuns: examples(100) },
  );
});

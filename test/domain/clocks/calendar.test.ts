/** The arithmetic of deadlines, in time zones with days of unusual length. */

import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { add, elapsed, instantOf, localTime, moveByPause, offsetChanges } from '../../../domain/clocks/calendar.ts';
import { DAY, HOUR } from './history.ts';

/** Half hours, quarter hours, changes at midnight, a change of half an hour, both ends of the date line. */
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];
const zone = fc.constantFrom(...zones);
const instant = fc
  .integer({ min: Date.parse('2024-01-01'), max: Date.parse('2034-01-01') })
  .map((milliseconds) => instantOf(milliseconds));
const unit = fc.constantFrom('hours' as const, 'calendar-days' as const);
const amount = fc.integer({ min: 1, max: 400 });
const pause = fc.integer({ min: 0, max: 60 * DAY });

const isEndOfDay = (at: string, zone: string) => {
  const local = DateTime.fromISO(at, { zone });
  return local.plus({ milliseconds: 1 }).day !== local.day;
};

describe('a period', () => {
  test.each([
    ['of hours does not see the clocks go forward', '2026-03-28T23:30:00.000Z', 8, 'hours', '2026-03-29T07:30:00.000Z'],
    [
      'of days ends with the day in its zone',
      '2026-03-02T10:00:00.000Z',
      3,
      'calendar-days',
      '2026-03-05T22:59:59.999Z',
    ],
    [
      'begun at the last instant of a day does not count it',
      '2026-03-02T22:59:59.999Z',
      1,
      'calendar-days',
      '2026-03-03T22:59:59.999Z',
    ],
    [
      'begun at the first instant of a day does not count it',
      '2026-03-02T23:00:00.000Z',
      1,
      'calendar-days',
      '2026-03-04T22:59:59.999Z',
    ],
    [
      'over a day of 23 hours ends an hour sooner',
      '2026-03-28T10:00:00.000Z',
      1,
      'calendar-days',
      '2026-03-29T21:59:59.999Z',
    ],
    [
      'over a day of 25 hours ends an hour later',
      '2026-10-24T10:00:00.000Z',
      1,
      'calendar-days',
      '2026-10-25T22:59:59.999Z',
    ],
  ] as const)('%s', (_, from, amount, unit, due) => {
    expect(add(from, amount, unit, 'Europe/Berlin')).toBe(due);
  });

  test('ends where midnight itself is left out', () => {
    // Chile goes from 23:59:59 on 5 September 2026 to 01:00:00 on the 6th.
    expect(add('2026-09-04T12:00:00.000Z', 1, 'calendar-days', 'America/Santiago')).toBe('2026-09-06T03:59:59.999Z');
  });

  test.each(['working-days', 'weeks', 'months', 'years'] as const)('of %s is refused, not guessed', (unit) => {
    expect(() => add('2026-03-02T10:00:00.000Z', 1, unit, 'UTC')).toThrow(RangeError);
  });

  test('in a zone that does not exist is refused', () => {
    expect(() => add('2026-03-02T10:00:00.000Z', 1, 'calendar-days', 'Europe/Atlantis')).toThrow(RangeError);
  });

  test('ends after it begins, and longer ones not sooner', () => {
    fc.assert(
      fc.property(instant, amount, unit, zone, (from, amount, unit, zone) => {
        expect(add(from, amount, unit, zone) > from).toBe(true);
        expect(add(from, amount + 1, unit, zone) > add(from, amount, unit, zone)).toBe(true);
      }),
    );
  });

  test('of days ends with a day, so many days after the first', () => {
    fc.assert(
      fc.property(instant, amount, zone, (from, amount, zone) => {
        const due = add(from, amount, 'calendar-days', zone);
        const days = DateTime.fromISO(due, { zone })
          .startOf('day')
          .diff(DateTime.fromISO(from, { zone }).startOf('day'), 'days');
        expect(isEndOfDay(due, zone)).toBe(true);
        expect(Math.round(days.days)).toBe(amount);
      }),
    );
  });
});

describe('a pause', () => {
  test('moves hours by exactly its length', () => {
    expect(moveByPause('2026-03-02T10:00:00.000Z', 90_061_001, 'hours', 'UTC')).toBe('2026-03-03T11:01:01.001Z');
  });

  test('of a moment gives the day after', () => {
    expect(moveByPause('2026-03-02T22:59:59.999Z', 1, 'calendar-days', 'Europe/Berlin')).toBe(
      '2026-03-03T22:59:59.999Z',
    );
  });

  test('of no length moves nothing', () => {
    fc.assert(
      fc.property(instant, amount, unit, zone, (from, amount, unit, zone) => {
        const due = add(from, amount, unit, zone);
        expect(moveByPause(due, 0, unit, zone)).toBe(due);
      }),
    );
  });

  test('never shortens, gives back at least its length, and at most a day more', () => {
    fc.assert(
      fc.property(instant, amount, unit, zone, pause, (from, amount, unit, zone, pause) => {
        const due = add(from, amount, unit, zone);
        const later = elapsed(due, moveByPause(due, pause, unit, zone));
        expect(later).toBeGreaterThanOrEqual(pause);
        expect(later - pause).toBeLessThanOrEqual(25 * HOUR);
        expect(unit === 'hours' || isEndOfDay(moveByPause(due, pause, unit, zone), zone)).toBe(true);
      }),
    );
  });

  test('before or after an extension comes to the same in hours', () => {
    fc.assert(
      fc.property(instant, amount, pause, (due, more, pause) => {
        const paused = moveByPause(due, pause, 'hours', 'UTC');
        expect(add(paused, more, 'hours', 'UTC')).toBe(
          moveByPause(add(due, more, 'hours', 'UTC'), pause, 'hours', 'UTC'),
        );
      }),
    );
  });
});

test('the clock changes of a year are found to the millisecond', () => {
  expect(offsetChanges('2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z', 'Europe/Berlin')).toEqual([
    { at: '2026-03-29T01:00:00.000Z', from: 60, to: 120 },
    { at: '2026-10-25T01:00:00.000Z', from: 120, to: 60 },
  ]);
  expect(offsetChanges('2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z', 'Asia/Kathmandu')).toEqual([]);
});

test('no time has elapsed between instants in the wrong order', () => {
  expect(elapsed('2026-03-02T10:00:00.000Z', '2026-03-02T10:00:00.250Z')).toBe(250);
  expect(elapsed('2026-03-02T10:00:00.250Z', '2026-03-02T10:00:00.000Z')).toBe(0);
});

test('a local time is shown with its offset', () => {
  expect(localTime('2026-03-31T21:59:59.999Z', 'Europe/Berlin')).toBe('2026-03-31 23:59:59 +02:00');
  expect(localTime('2026-03-31T21:59:59.999Z', 'Asia/Kathmandu')).toBe('2026-04-01 03:44:59 +05:45');
});

/** The rule that lists unusual reading: each reason, at its limit and below it. */

import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { allowanceOf, defaultReadingPolicy, exceeded, parseReadingPolicy } from '../../domain/reading-policy.ts';
import { type ReadingHour, unusualDays } from '../../domain/unusual-reading.ts';
import { officerAt } from '../support/factories.ts';

const UNUSUAL = { cases: 10, times: 3, newCountries: 2, offHours: 3, refusals: 4 };
const FROM = '2026-11-23T00:00:00.000Z';

/** Readings on a Tuesday at noon in Helsinki, unless stated otherwise. */
function hour(count: number, more: Partial<ReadingHour> = {}): ReadingHour {
  const referralIds = Array.from({ length: count }, () => randomUUID());
  return { personId: 'aino', at: '2026-11-24T10:00:00.000Z', referralIds, countries: ['US'], refusals: 0, ...more };
}

const found = (...hours: ReadingHour[]) =>
  unusualDays(hours, { unusual: UNUSUAL }, { from: FROM, zone: 'Europe/Helsinki' }).map(
    ({ personId, day, reasons }) => [personId, day, ...reasons.map(({ reason, count }) => `${reason} ${count}`)],
  );

describe('many referrals', () => {
  test('in a day, in several hours, each counted once', () => {
    const nine = hour(9);
    const repeated = { ...nine, at: '2026-11-24T12:00:00.000Z' };
    expect(found(nine, repeated)).toEqual([]);
    expect(found(nine, repeated, hour(1, { at: '2026-11-24T13:00:00.000Z' }))).toEqual([
      ['aino', '2026-11-24', 'cases 10'],
    ]);
  });

  test('are usual for a person who reads that many every day', () => {
    const earlier = hour(4, { at: '2026-11-02T10:00:00.000Z' });
    expect(found(earlier, hour(11))).toEqual([]);
    expect(found(earlier, hour(12))).toEqual([['aino', '2026-11-24', 'cases 12']]);
    expect(found({ ...earlier, at: '2026-10-26T10:00:00.000Z' }, hour(11))).toEqual([
      ['aino', '2026-11-24', 'cases 11'],
    ]);
  });

  test('of another person do not count', () => {
    expect(found(hour(9), hour(9, { personId: 'lotta' }))).toEqual([]);
  });
});

test('new countries are those not read in the four weeks before; for a new person none is new', () => {
  const earlier = hour(1, { at: '2026-11-20T10:00:00.000Z', countries: ['US', 'FR'] });
  expect(found(hour(3, { countries: ['US', 'FR', 'NO'] }))).toEqual([]);
  expect(found(earlier, hour(3, { countries: ['US', 'FR', 'NO'] }))).toEqual([]);
  expect(found(earlier, hour(3, { countries: ['FR', 'NO', 'SE'] }))).toEqual([
    ['aino', '2026-11-24', 'newCountries 2'],
  ]);
});

test.each([
  ['before 06:00', '2026-11-24T03:00:00.000Z', '2026-11-24'],
  ['from 22:00', '2026-11-24T20:00:00.000Z', '2026-11-24'],
  ['on a Saturday', '2026-11-28T10:00:00.000Z', '2026-11-28'],
  ['on a Sunday that is still Saturday in UTC', '2026-11-28T23:00:00.000Z', '2026-11-29'],
])('reading %s is off hours', (_, at, day) => {
  expect(found(hour(2, { at }))).toEqual([]);
  expect(found(hour(3, { at }))).toEqual([['aino', day, 'offHours 3']]);
});

test('reading at 06:00 and at 21:00 is not', () => {
  expect(found(hour(4, { at: '2026-11-24T04:00:00.000Z' }), hour(4, { at: '2026-11-24T19:00:00.000Z' }))).toEqual([]);
});

test('refused attempts are listed without any reading, newest day first, and not before the period', () => {
  const refused = (at: string) => hour(0, { at, refusals: 4, countries: [] });
  expect(
    found(
      refused('2026-11-24T10:00:00.000Z'),
      refused('2026-11-25T10:00:00.000Z'),
      refused('2026-11-20T10:00:00.000Z'),
    ),
  ).toEqual([
    ['aino', '2026-11-25', 'refusals 4'],
    ['aino', '2026-11-24', 'refusals 4'],
  ]);
});

describe('the allowance', () => {
  test('of a person with several roles is the largest; of roles that read nothing it is none', () => {
    const person = officerAt('fi-1');
    const policy = {
      ...defaultReadingPolicy,
      allowances: { ...defaultReadingPolicy.allowances, supervisor: { hour: 99, day: 100 } },
    };
    expect(allowanceOf({ ...person, roles: ['partner-officer', 'supervisor'] }, policy)).toEqual({
      hour: 99,
      day: 200,
    });
    expect(allowanceOf({ ...person, roles: ['auditor'] }, policy)).toEqual({ hour: 0, day: 0 });
  });

  test('is exceeded by the next referral', () => {
    const allowed = { hour: 2, day: 3 };
    expect(exceeded(allowed, { hour: 1, day: 2 })).toBeUndefined();
    expect(exceeded(allowed, { hour: 2, day: 2 })).toBe('hour');
    expect(exceeded(allowed, { hour: 0, day: 3 })).toBe('day');
  });

  test('comes from a policy whose faults are named', () => {
    expect(parseReadingPolicy(JSON.parse(JSON.stringify(defaultReadingPolicy)))).toEqual(defaultReadingPolicy);
    expect(() => parseReadingPolicy({ ...defaultReadingPolicy, unusual: { ...UNUSUAL, cases: 0 } })).toThrow(
      'unusual.cases',
    );
    expect(() => parseReadingPolicy({})).toThrow(/allowances: .*\n.*unusual: /);
  });
});

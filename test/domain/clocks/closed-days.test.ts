/** Closed days of an agency, in its own time zone. */

import { describe, expect, test } from 'vitest';
import { closedRanges, type Workplace } from '../../../domain/clocks/closed-days.ts';

const FINLAND: Workplace = { zone: 'Europe/Helsinki', country: 'FI', closedDays: [] };

describe('closed are', () => {
  test('weekends, from midnight to midnight of the zone', () => {
    expect(closedRanges('2026-06-04T12:00:00.000Z', '2026-06-09T12:00:00.000Z', FINLAND)).toEqual([
      { from: '2026-06-05T21:00:00.000Z', to: '2026-06-07T21:00:00.000Z', why: 'weekend' },
    ]);
  });

  test('public holidays of the country by name, on weekends too, in the language that is wanted', () => {
    const found = (language: string) =>
      closedRanges('2026-12-24T12:00:00.000Z', '2026-12-28T12:00:00.000Z', FINLAND, language);
    expect(found('en').map(({ why, name }) => [why, name])).toEqual([
      ['holiday', 'Christmas Day'],
      ['holiday', 'Boxing Day'],
      ['weekend', undefined],
    ]);
    expect(found('de')[0]).toMatchObject({ name: 'Weihnachten' });
  });

  test("the agency's own days, before anything else that they are", () => {
    const closedDays = [{ day: '2026-06-05', name: 'Moving' }];
    expect(closedRanges('2026-06-05T00:00:00.000Z', '2026-06-06T12:00:00.000Z', { ...FINLAND, closedDays })).toEqual([
      { from: '2026-06-05T00:00:00.000Z', to: '2026-06-05T21:00:00.000Z', why: 'closed-day', name: 'Moving' },
      { from: '2026-06-05T21:00:00.000Z', to: '2026-06-06T12:00:00.000Z', why: 'weekend' },
    ]);
  });
});

test('a weekend on which the clocks go forward is an hour shorter', () => {
  const [weekend] = closedRanges('2026-03-27T12:00:00.000Z', '2026-03-30T12:00:00.000Z', FINLAND);
  expect(weekend).toMatchObject({ from: '2026-03-27T22:00:00.000Z', to: '2026-03-29T21:00:00.000Z' });
});

test('nothing is closed in no time, and a country that is none has weekends alone', () => {
  expect(closedRanges('2026-06-06T12:00:00.000Z', '2026-06-06T12:00:00.000Z', FINLAND)).toEqual([]);
  const nowhere = { zone: 'UTC', country: 'XR', closedDays: [] };
  const ranges = closedRanges('2026-12-18T00:00:00.000Z', '2026-12-29T00:00:00.000Z', nowhere);
  expect(ranges.map(({ why }) => why)).toEqual(['weekend', 'weekend']);
});

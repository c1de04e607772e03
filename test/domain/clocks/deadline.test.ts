/** Deadlines against cases that were worked out by hand, and against a slow calculation minute by minute. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLOCK_UNITS } from '../../../domain/clocks/counting.ts';
import { deadlineOf, type Period } from '../../../domain/clocks/deadline.ts';
import { examples } from '../../support/seeds.ts';
import { GOLDEN_PERIODS } from './golden-periods.ts';
import { GOLDEN_WORKING_DAYS } from './golden-working-days.ts';
import { slowDeadline } from './slow-deadline.ts';

/** An article, a section, an act, the list of the Official Journal or an official calendar. */
const CITATION = /art\. \d|§ ?\d|sch\. \d|U\.S\.C\.|\bActs?\b|FeiertG|Code |Law\b|Lag |[Cc]ap\. |gov\.uk/;

describe('a deadline worked out by hand', () => {
  test('names the law or the official calendar that it follows', () => {
    const reasons = [...GOLDEN_WORKING_DAYS.map((row) => row[4]), ...GOLDEN_PERIODS.map(({ because }) => because)];
    expect(reasons.filter((reason) => !CITATION.test(reason))).toEqual([]);
  });

  test.each(GOLDEN_WORKING_DAYS)('%s + %i working days in %s is %s: %s', (from, amount, place, last) => {
    const { dueAt } = deadlineOf(
      { from: `${from}T10:00:00.000Z`, amount, unit: 'working-days', zone: 'UTC' },
      { place },
    );
    expect(dueAt).toBe(`${last}T23:59:59.999Z`);
  });

  test.each(GOLDEN_PERIODS)(
    '$from + $amount $unit: $because',
    ({ place, dueAt, because: _, zone = 'UTC', ...period }) => {
      expect(deadlineOf({ zone, ...period }, { place }).dueAt).toBe(dueAt);
    },
  );

  test('is one of at least 80, over at least 20 countries', () => {
    const countries = GOLDEN_WORKING_DAYS.map(([, , place]) => place.slice(0, 2));
    expect(GOLDEN_WORKING_DAYS.length + GOLDEN_PERIODS.length).toBeGreaterThanOrEqual(80);
    expect(new Set(countries).size).toBeGreaterThanOrEqual(20);
  });
});

const ZONES = ['Europe/Berlin', 'America/New_York', 'Africa/Cairo', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'];
const START = Date.parse('2026-03-20T00:00:00Z');
const instant = fc.integer({ min: 0, max: 240 * 24 * 60 }).map((n) => new Date(START + n * 60_000).toISOString());

const pause = fc
  .tuple(instant, fc.integer({ min: 0, max: 4 * 24 * 60 }))
  .map(([from, minutes]) => ({ from, to: new Date(Date.parse(from) + minutes * 60_000).toISOString() }));

/** In all of Germany: Easter is on 5 April 2026 and on 28 March 2027. The holiday laws of the Länder, and the Treaty of 1990. */
const GERMAN_HOLIDAYS = [
  ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-10-03'],
  ...['2026-12-25', '2026-12-26', '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-01', '2027-05-06'],
  ...['2027-05-17', '2027-10-03', '2027-12-25', '2027-12-26'],
].map((day) => ({ day }));

const closedDay = fc.integer({ min: 0, max: 250 }).map((n) => ({
  day: new Date(START + n * 86_400_000).toISOString().slice(0, 10),
  name: 'closed',
}));

/** Within two hours of a change of the clocks: by half an hour on Lord Howe Island, by an hour in Berlin. */
const nearChange = fc
  .tuple(
    fc.constantFrom(
      ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
      ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
      ['Europe/Berlin', '2026-03-29T01:00:00Z'],
      ['Europe/Berlin', '2026-10-25T01:00:00Z'],
    ),
    fc.integer({ min: -120, max: 120 }),
  )
  .map(([[zone = '', change = ''], minutes]) => ({
    ...{ zone, from: new Date(Date.parse(change) + minutes * 60_000).toISOString() },
  }));

const anyTerms = fc
  .record({
    amount: fc.integer({ min: 1, max: 6 }),
    unit: fc.constantFrom(...CLOCK_UNITS),
    excludeFirstUnit: fc.boolean(),
    rollForward: fc.boolean(),
  })
  .map((terms) => ({ ...terms, amount: terms.unit === 'years' ? 1 : terms.amount }));
const anyBeginning = fc.oneof(fc.record({ from: instant, zone: fc.constantFrom(...ZONES) }), nearChange);
const anyPeriod = fc.tuple(anyTerms, anyBeginning).map(([terms, { zone, from }]) => {
  const isByDate = terms.unit === 'months' || terms.unit === 'years';
  return { ...terms, zone, from: isByDate ? atQuarter(from) : from };
});

/** The quarter of an hour in which the instant is: the slow calculation of months walks by them. */
function atQuarter(from: string): string {
  return new Date(Math.floor(Date.parse(from) / 900_000) * 900_000).toISOString();
}

test('every deadline is the one of a slow calculation minute by minute', () => {
  const near = fc.tuple(anyPeriod, fc.array(pause, { maxLength: 3 }), fc.array(closedDay, { maxLength: 80 }));
  fc.assert(
    fc.property(near, ([period, pauses, closedDays]) => {
      // Pauses matter only near the period.
      const shift = Date.parse(period.from);
      const nearby = pauses.map(({ from, to }) => {
        const begins = shift + ((Date.parse(from) - START) % (8 * 86_400_000)) - 86_400_000;
        const length = Date.parse(to) - Date.parse(from);
        return { from: new Date(begins).toISOString(), to: new Date(begins + length).toISOString() };
      });
      const given = { ...period, pauses: nearby };
      expect(deadlineOf(given, { closedDays }).dueAt).toBe(slowDeadline(given, closedDays));
    }),
    { numRuns: examples(60) },
  );
});

test('every deadline in Germany is the one of the slow calculation with the holidays of the law', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      expect(deadlineOf(period, { place: 'DE' }).dueAt).toBe(slowDeadline(period, GERMAN_HOLIDAYS));
    }),
    { numRuns: examples(60) },
  );
});

test('the steps begin with the start and end with the deadline, and each has a sentence', () => {
  fc.assert(
    fc.property(anyPeriod, fc.constantFrom('DE', 'IL', undefined), (period, place) => {
      const deadline = deadlineOf(period, { place });
      const { steps, dueAt } = deadline;
      expect([steps[0], steps.at(-1)]).toMatchObject([
        { step: 'started', at: period.from },
        { step: 'due', at: dueAt },
      ]);
    }),
    { numRuns: examples(100) },
  );
});

test('a longer period never ends earlier', () => {
  fc.assert(
    fc.property(anyPeriod, fc.constantFrom(...CLOCK_UNITS), (period, unit) => {
      const [one, other] = [0, 1].map((more) =>
        deadlineOf({ ...period, unit, amount: period.amount + more }, { place: 'DE' }),
      );
      expect((one?.dueAt ?? '') <= (other?.dueAt ?? '')).toBe(true);
    }),
    { numRuns: examples(100) },
  );
});

test('each day that moved the deadline is named', () => {
  const period: Period = {
    ...{ from: '2026-04-02T08:00:00.000Z', amount: 1 },
    unit: 'working-days',
    zone: 'Europe/Berlin',
  };
  const { steps } = deadlineOf(period, { place: 'DE', closedDays: [{ day: '2026-04-07', name: 'Inventory' }] });
  expect(steps.flatMap((step) => (step.step === 'not-counted' ? [[step.day, step.why, step.name]] : []))).toEqual([
    ['2026-04-03', 'holiday', 'Good Friday'],
    ['2026-04-04', 'weekend', undefined],
    ['2026-04-05', 'weekend', undefined],
    ['2026-04-06', 'holiday', 'Easter Monday'],
    ['2026-04-07', 'closed-day', 'Inventory'],
  ]);
});

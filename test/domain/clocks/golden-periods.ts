/** Deadlines in other units, worked out by hand from Regulation (EEC, Euratom) No 1182/71 and the official calendars. */

import type { Period } from '../../../domain/clocks/deadline.ts';

export interface GoldenPeriod extends Omit<Period, 'zone'> {
  zone?: string;
  place?: string;
  dueAt: string;
  because: string;
}

const BRUSSELS = 'Europe/Brussels';
const rolls = { rollForward: true } as const;
const nextHour = { excludeFirstUnit: true } as const;

function period(
  from: string,
  amount: number,
  unit: Period['unit'],
  dueAt: string,
  because: string,
  more: Partial<GoldenPeriod> = {},
): GoldenPeriod {
  return { from, amount, unit, dueAt, because, zone: BRUSSELS, ...more };
}

/**
 * Of the Regulation, article 3(1) for days was read. Articles 3(1) for hours, 3(2)(b), 3(2)(c), 3(4) and 3(5) are known from
 * quotations; the number of 3(5) is not proven. Article 3(3) is known from a paraphrase.
 *
 * `from` and `dueAt` are instants: 22:59:59.999Z is the end of a day in Brussels in winter, 21:59:59.999Z in summer.
 */
export const GOLDEN_PERIODS: readonly GoldenPeriod[] = [
  period(
    '2026-04-04T15:15:00.000Z',
    8,
    'hours',
    '2026-04-04T23:30:00.000Z',
    'on Lord Howe Island the hour of the event lasts until 15:30 UTC, as clocks go back by half an hour (art. 3(1))',
    { ...nextHour, zone: 'Australia/Lord_Howe' },
  ),
  period(
    '2026-03-06T09:00:00.000Z',
    3,
    'calendar-days',
    '2026-03-10T22:59:59.999Z',
    'from a Friday: Monday is the only working day of three, so Tuesday (art. 3(5))',
    { ...rolls, place: 'BE' },
  ),
  period(
    '2026-03-06T09:00:00.000Z',
    3,
    'calendar-days',
    '2026-03-09T22:59:59.999Z',
    'TARGETs do not set rollForward: the weekend counts (art. 3(3), of which a paraphrase was read), so Monday',
  ),
  period(
    '2026-03-06T09:00:00.000Z',
    1,
    'calendar-days',
    '2026-03-09T22:59:59.999Z',
    'Saturday moves to Monday; one day needs no two working days (art. 3(4))',
    { ...rolls, place: 'BE' },
  ),
  period(
    '2026-03-27T09:00:00.000Z',
    7,
    'calendar-days',
    '2026-04-07T21:59:59.999Z',
    'Good Friday 3 April in Germany moves over Easter Monday to Tuesday (art. 3(4)); summer time began',
    { ...rolls, place: 'DE', zone: 'Europe/Berlin' },
  ),
  period(
    '2026-03-27T09:00:00.000Z',
    7,
    'calendar-days',
    '2026-04-03T21:59:59.999Z',
    'Good Friday is a working day in France (Code du travail L3133-1), so nothing moves (art. 3(4))',
    { ...rolls, place: 'FR', zone: 'Europe/Paris' },
  ),
  period(
    '2026-05-07T08:00:00.000Z',
    1,
    'weeks',
    '2026-05-15T21:59:59.999Z',
    'the same weekday is Ascension, 14 May, so Friday (art. 3(4))',
    { ...rolls, place: 'BE' },
  ),
  period(
    '2026-05-06T08:00:00.000Z',
    1,
    'weeks',
    '2026-05-13T21:59:59.999Z',
    'the same weekday (art. 3(2)(c)), before Ascension',
    { ...rolls, place: 'BE' },
  ),
  period(
    '2026-02-28T09:00:00.000Z',
    1,
    'weeks',
    '2026-03-09T22:59:59.999Z',
    'Saturday 7 March moves to Monday (art. 3(4))',
    {
      ...rolls,
      place: 'BE',
    },
  ),
  period(
    '2026-01-31T09:00:00.000Z',
    1,
    'months',
    '2026-02-28T22:59:59.999Z',
    'February has no 31st: its last day (art. 3(2)(c))',
  ),
  period(
    '2026-01-31T09:00:00.000Z',
    1,
    'months',
    '2026-03-02T22:59:59.999Z',
    'Saturday 28 February moves to Monday 2 March (art. 3(4))',
    { ...rolls, place: 'BE' },
  ),
  period(
    '2028-01-31T09:00:00.000Z',
    1,
    'months',
    '2028-02-29T22:59:59.999Z',
    '2028 is a leap year, and its last day of February is Tuesday the 29th (art. 3(2)(c))',
    { ...rolls, place: 'BE' },
  ),
  period(
    '2028-02-29T09:00:00.000Z',
    1,
    'years',
    '2029-02-28T22:59:59.999Z',
    '2029 has no 29 February: the last day of the month, a Wednesday (art. 3(2)(c))',
    { ...rolls, place: 'BE' },
  ),
  period(
    '2026-11-30T09:00:00.000Z',
    3,
    'years',
    '2029-11-30T22:59:59.999Z',
    'the same date three years later, a Friday (art. 3(2)(c))',
    { ...rolls, place: 'BE' },
  ),
  period(
    '2026-11-30T09:00:00.000Z',
    30,
    'calendar-days',
    '2026-12-30T22:59:59.999Z',
    '2014/41 art. 12(3): 30 days after receipt, a Wednesday',
    { ...rolls, place: 'BE' },
  ),
  period(
    '2026-10-02T09:00:00.000Z',
    90,
    'calendar-days',
    '2026-12-31T22:59:59.999Z',
    '2014/41 art. 12(4): 29 days of October, 30 of November, 31 of December',
    { ...rolls, place: 'BE' },
  ),
  period(
    '2026-12-30T09:00:00.000Z',
    2,
    'calendar-days',
    '2027-01-04T22:59:59.999Z',
    'New Year is a Friday: Thursday 31 December and Monday 4 January are the two working days (art. 3(5))',
    { ...rolls, place: 'LU' },
  ),
  period(
    '2026-03-28T23:30:00.000Z',
    8,
    'hours',
    '2026-03-29T07:30:00.000Z',
    'a TARGET in hours counts from the instant, not by art. 3(1), also over the start of summer time',
  ),
  period(
    '2026-10-24T22:30:00.000Z',
    8,
    'hours',
    '2026-10-25T06:30:00.000Z',
    'a TARGET in hours counts from the instant, not by art. 3(1), also over the end of summer time',
  ),
  period(
    '2026-03-06T09:20:00.000Z',
    8,
    'hours',
    '2026-03-06T18:00:00.000Z',
    'the hour from 10 to 11 does not count (art. 3(1))',
    nextHour,
  ),
  period(
    '2026-03-06T09:00:00.000Z',
    8,
    'hours',
    '2026-03-06T18:00:00.000Z',
    'an event at 10:00 is in the hour that begins then, which does not count (art. 3(1))',
    nextHour,
  ),
  period(
    '2026-03-06T04:35:00.000Z',
    8,
    'hours',
    '2026-03-06T13:15:00.000Z',
    '10:20 in Kathmandu (+05:45): counted from 11:00 (art. 3(1))',
    { ...nextHour, zone: 'Asia/Kathmandu' },
  ),
  period(
    '2026-03-06T19:00:00.000Z',
    8,
    'hours',
    '2026-03-07T03:00:00.000Z',
    'a period in hours never moves to a working day (art. 3(4))',
    {
      ...rolls,
      place: 'BE',
    },
  ),
  period(
    '2026-03-06T09:00:00.000Z',
    90,
    'minutes',
    '2026-03-06T10:30:00.000Z',
    'minutes count from the instant, as hours do without art. 3(1)',
  ),
  period(
    '2011-12-29T20:00:00.000Z',
    1,
    'calendar-days',
    '2011-12-31T09:59:59.999Z',
    'Samoa left out 30 December 2011 (International Date Line Act 2011): the next date is the 31st',
    { zone: 'Pacific/Apia' },
  ),
  period(
    '2026-04-24T09:00:00.000Z',
    1,
    'calendar-days',
    '2026-04-25T20:59:59.999Z',
    'a day ends with its last hour (art. 3(2)(b)) in Cairo, where summer time began at midnight on 24 April',
    { zone: 'Africa/Cairo' },
  ),
  period(
    '2026-03-02T09:00:00.000Z',
    3,
    'calendar-days',
    '2026-03-05T22:59:59.999Z',
    'our own rule on pauses: a question of two seconds contains no beginning of a day (art. 3(2)(b)), so none is added',
    { pauses: [{ from: '2026-03-03T10:00:00.000Z', to: '2026-03-03T10:00:02.000Z' }] },
  ),
  period(
    '2026-03-02T09:00:00.000Z',
    3,
    'calendar-days',
    '2026-03-07T22:59:59.999Z',
    'our own rule on pauses: 4 and 5 March begin (art. 3(2)(b)) in the pause, so two days are added',
    { pauses: [{ from: '2026-03-03T10:00:00.000Z', to: '2026-03-05T10:00:00.000Z' }] },
  ),
  period(
    '2026-03-06T09:00:00.000Z',
    2,
    'working-days',
    '2026-03-11T22:59:59.999Z',
    'our own rule on pauses: Monday 9 March begins (art. 3(2)(b)) in the pause, so Tuesday and Wednesday count',
    { pauses: [{ from: '2026-03-06T11:00:00.000Z', to: '2026-03-09T11:00:00.000Z' }] },
  ),
  period(
    '2026-03-06T09:00:00.000Z',
    8,
    'hours',
    '2026-03-06T18:30:00.000Z',
    'our own rule on pauses, beside art. 3(1): 90 minutes, counted once where two questions overlap, move the hours',
    {
      pauses: [
        { from: '2026-03-06T10:00:00.000Z', to: '2026-03-06T11:00:00.000Z' },
        { from: '2026-03-06T10:30:00.000Z', to: '2026-03-06T11:30:00.000Z' },
      ],
    },
  ),
];

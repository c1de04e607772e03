/** Due times in the zone and language of the reader, including the days on which daylight saving time changes. */

import { describe, expect, test } from 'vitest';
import { dueIn } from '../../../activities/letters/due.ts';

const english = (instant: string, zone: string) => dueIn(instant, zone, 'en-GB');

describe('an instant is shown in the zone of the reader', () => {
  test.each([
    ['Europe/Berlin', '25 Nov 2026 14:00 CET'],
    ['Europe/London', '25 Nov 2026 13:00 GMT'],
    ['Europe/Kyiv', '25 Nov 2026 15:00 EET'],
    ['Asia/Manila', '25 Nov 2026 21:00 GMT+8'],
    ['Australia/Sydney', '26 Nov 2026 00:00 GMT+11'],
    ['America/New_York', '25 Nov 2026 08:00 GMT-5'],
  ])('%s', (zone, short) => {
    expect(english('2026-11-25T13:00:00.000Z', zone).short).toBe(short);
  });
});

test('the long form adds the weekday, the name of the zone and UTC', () => {
  expect(english('2026-11-25T13:00:00.000Z', 'Australia/Sydney').long).toBe(
    'Thursday, 26 November 2026 00:00 GMT+11 (Australia/Sydney; 25 Nov 2026 13:00 UTC)',
  );
});

test('UTC is named once if it is the zone of the reader', () => {
  expect(english('2026-11-25T13:00:00.000Z', 'UTC').long).toBe('Wednesday, 25 November 2026 13:00 UTC');
});

test('the first day of a month is an ordinal in French', () => {
  expect(dueIn('2026-12-01T13:00:00.000Z', 'UTC', 'fr-BE').long).toBe('mardi 1er décembre 2026 13:00 UTC');
});

test('summer time is named', () => {
  expect(english('2026-07-25T13:00:00.000Z', 'Europe/Berlin').short).toBe('25 Jul 2026 15:00 CEST');
});

test('the hour that occurs twice in autumn is distinguished by the name of the time', () => {
  expect(english('2026-10-25T00:30:00.000Z', 'Europe/Berlin').short).toBe('25 Oct 2026 02:30 CEST');
  expect(english('2026-10-25T01:30:00.000Z', 'Europe/Berlin').short).toBe('25 Oct 2026 02:30 CET');
});

test('the hour that is missing in spring is skipped', () => {
  expect(english('2026-03-29T00:59:00.000Z', 'Europe/Berlin').short).toBe('29 Mar 2026 01:59 CET');
  expect(english('2026-03-29T01:00:00.000Z', 'Europe/Berlin').short).toBe('29 Mar 2026 03:00 CEST');
});

test('midnight is 00:00 of the day that begins', () => {
  expect(english('2026-11-25T23:00:00.000Z', 'Europe/Berlin').short).toBe('26 Nov 2026 00:00 CET');
});

test('dates follow the language', () => {
  expect(dueIn('2026-11-25T13:00:00.000Z', 'Europe/Berlin', 'de-DE').short).toBe('25. Nov. 2026 14:00 MEZ');
  expect(dueIn('2026-11-25T13:00:00.000Z', 'Europe/Paris', 'fr-FR').short).toBe('25 nov. 2026 14:00 UTC+1');
});

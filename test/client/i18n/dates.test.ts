/** Instants and spans in words. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, formatInstant, formatSpan, timeLeft } from '../../../client/i18n/dates.ts';
import { translatorFor } from '../../../client/i18n/i18n.ts';
import { formatNumber } from '../../../client/i18n/numbers.ts';

const AT = '2026-11-25T13:05:00.000Z';

test('an instant names its zone, in the language of the person', () => {
  expect(formatInstant(AT, 'en', 'Europe/Helsinki')).toBe('25 Nov 2026, 15:05 EET');
  expect(formatInstant(AT, 'de', 'Europe/Berlin')).toBe('25. Nov. 2026, 14:05 MEZ');
  expect(formatInstant(AT, 'fr', 'Europe/Paris')).toMatch(/^25 nov\. 2026, 14:05 /);
  expect(formatInstant('2026-12-01T13:05:00.000Z', 'fr', 'Europe/Paris')).toMatch(/^1er déc\. 2026, 14:05 /);
  expect(day('2026-12-01T13:05:00.000Z', 'fr', 'Europe/Paris')).toBe('1er déc. 2026');
  expect(day('2026-11-25T23:30:00.000Z', 'en', 'Europe/Helsinki')).toBe('26 Nov 2026');
});

test('time left is in days when it is long, and says when it is over', () => {
  const t = translatorFor('en');
  expect(timeLeft(AT, '2026-11-20T10:05:00.000Z', t)).toBe('5 d 3 h left');
  expect(timeLeft(AT, '2026-11-25T12:53:00.000Z', t)).toBe('12 min left');
  expect(timeLeft(AT, '2026-11-25T15:15:00.000Z', t)).toBe('overdue by 2 h 10 min');
});

test('what is due in the same minute of the clock has the same time left', () => {
  const t = translatorFor('en');
  const now = '2026-11-24T13:05:31.000Z';
  const left = ['2026-11-25T13:05:00.000Z', '2026-11-25T13:05:59.000Z'].map((at) => timeLeft(at, now, t));
  expect(left).toEqual(['24 h 0 min left', '24 h 0 min left']);
  // The sign is that of the instants, as in the tag of what is overdue.
  expect(timeLeft('2026-11-24T13:05:30.000Z', now, t)).toBe('overdue by 0 min');
});

test('a span never shows sixty minutes or twenty-four hours', () => {
  const t = translatorFor('en');
  fc.assert(
    fc.property(fc.nat(1_000_000), (minutes) => {
      expect(formatSpan(minutes, t)).not.toMatch(/\b(60 min|24 h)\b(?!\s*\d)/);
    }),
  );
  expect(formatSpan(24 * 60, t)).toBe('24 h 0 min');
});

test('figures are written as the language writes them', () => {
  expect([formatNumber(12345.67, 'en', 1), formatNumber(12345.67, 'de', 1)]).toEqual(['12,345.7', '12.345,7']);
});

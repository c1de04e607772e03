/** Opening hours as text: accepted and refused values, and that forms write text that can be read. */

import { expect, test } from 'vitest';
import { hoursByWeekday, parseHours, weekdayTexts } from '../../../domain/routing/opening-hours.ts';

test('around the clock, on working days, and by weekday', () => {
  expect(parseHours('24/7')).toEqual({ kind: 'always' });
  expect(parseHours('08:00-16:00')).toEqual({ kind: 'working-days', ranges: [{ from: 480, to: 960 }] });
  const day = [
    { from: 480, to: 720 },
    { from: 780, to: 1440 },
  ];
  expect(parseHours('Mo,We-Th 08:00-12:00,13:00-24:00; Sa 22:00-06:00')).toEqual({
    kind: 'by-weekday',
    days: new Map<string, object>([
      ['Mo', day],
      ['We', day],
      ['Th', day],
      ['Sa', [{ from: 1320, to: 360 }]],
    ]),
  });
});

test.each([
  ...['', 'mornings', '8:00-16:00', '08:00', '08:00-24:30', '25:00-26:00', 'Mo', 'Mo 08:00', 'Fr-Mo 08:00-16:00'],
  ...['Mo 08:00-16:00; Mo 17:00-18:00', 'Mo-We,Tu 08:00-16:00', 'Mo 08:00-12:00,11:00-16:00', 'Xx 08:00-16:00'],
  ...['Mo 22:00-06:00,07:00-08:00', 'Mo-Tu-We 08:00-16:00', 'Mo 08:00-16:00;', `${'Mo 08:00-16:00; '.repeat(30)}`],
])('%s is refused', (text) => {
  expect(parseHours(text)).toBeUndefined();
});

test('days with the same hours are written as one span, and read back for the form', () => {
  const days = {
    Mo: '08:00-12:00, 13:00-16:00',
    Tu: '08:00-12:00,13:00-16:00',
    Th: '09:00-10:00',
    Fr: '',
    Su: '09:00-10:00',
  };
  const text = hoursByWeekday(days);
  expect(text).toBe('Mo-Tu 08:00-12:00,13:00-16:00; Th 09:00-10:00; Su 09:00-10:00');
  expect(weekdayTexts(text)).toEqual({ Mo: days.Mo, Tu: days.Mo, Th: days.Th, Su: days.Su });
  expect(weekdayTexts('24/7')).toEqual({});
});

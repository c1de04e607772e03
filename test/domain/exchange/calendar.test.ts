/** The calendar as a file: lines and values as RFC 5545 defines them. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DueEvent, formatCalendar } from '../../../domain/exchange/calendar.ts';

const EVENT: DueEvent = {
  ...{ uid: 'acknowledge-r1-7d3b', dueAt: '2026-12-01T09:30:00.000Z', changedAt: '2026-11-30T08:00:00.000Z' },
  ...{ summary: 'XR-2026-000123: Acknowledge', description: 'Open the referral: https://liaise.example/referrals/1' },
  url: 'https://liaise.example/referrals/XR-2026-000123',
};

/** Names and values, after unfolding (3.1) and without escapes (3.3.11). */
function propertiesOf(file: string): [name: string, value: string][] {
  const lines = file.replace(/\r\n$/, '').replaceAll('\r\n ', '').split('\r\n');
  return lines.map((line) => {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).replaceAll(/\\(.)/g, (_, escaped) => (/n/i.test(escaped) ? '\n' : escaped));
    return [line.slice(0, colon), value];
  });
}

test('an event is a moment in UTC that takes no time, and is confidential', () => {
  const file = formatCalendar('Liaise: deadlines', [EVENT]);
  expect(propertiesOf(file)).toEqual([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Liaise//Deadlines//EN'],
    ['CALSCALE', 'GREGORIAN'],
    ['NAME', 'Liaise: deadlines'],
    ['X-WR-CALNAME', 'Liaise: deadlines'],
    ['REFRESH-INTERVAL;VALUE=DURATION', 'PT15M'],
    ['X-PUBLISHED-TTL', 'PT15M'],
    ['BEGIN', 'VEVENT'],
    ['UID', EVENT.uid],
    ['SEQUENCE', '0'],
    ['DTSTAMP', '20261130T080000Z'],
    ['DTSTART', '20261201T093000Z'],
    ['SUMMARY', EVENT.summary],
    ['TRANSP', 'TRANSPARENT'],
    ['DESCRIPTION', EVENT.description],
    ['URL;VALUE=URI', EVENT.url],
    ['CLASS', 'CONFIDENTIAL'],
    ['END', 'VEVENT'],
    ['END', 'VCALENDAR'],
  ]);
});

/** Any text without control characters, which RFC 5545 excludes from values (3.1). */
const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('\\', ';', ',', '\n', ':', '"', 'é', '界', '🏔️', ' '),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 200,
  })
  .map((any) => any.replaceAll(/[\p{Cc}\p{Cs}]/gu, (each) => (each === '\n' ? each : '')));

test('any text stays whole: lines have at most 75 octets, end with CRLF, and split no character', () => {
  fc.assert(
    fc.property(text, text, (summary, description) => {
      const file = formatCalendar('Liaise', [{ ...EVENT, summary, description }]);
      for (const line of file.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n\uFFFD]|[\uD800-\uDBFF]$|^ ?[\uDC00-\uDFFF]/u);
      }
      const properties = new Map(propertiesOf(file));
      expect(properties.get('SUMMARY')).toBe(summary);
      expect(properties.get('DESCRIPTION') ?? '').toBe(description);
    }),
  );
});

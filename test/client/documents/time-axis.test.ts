/** Positions of instants on an axis, and the labels below it. */

import { expect, test } from 'vitest';
import { timeScale, widened } from '../../../client/documents/time-axis.ts';

const axis = (from: string, to: string) => ({ from, to, now: to });

test('days begin at midnight in the viewer’s time zone, across a change to winter time too', () => {
  const { ticks } = timeScale(
    axis('2026-10-20T12:00:00.000Z', '2026-10-29T12:00:00.000Z'),
    900,
    'Europe/Helsinki',
    'en',
  );
  expect(ticks.map(({ label }) => label)).toContain('26 Oct');
  const before = ticks.find(({ label }) => label === '24 Oct');
  const after = ticks.find(({ label }) => label === '27 Oct');
  expect([before?.at, after?.at]).toEqual(['2026-10-23T21:00:00.000Z', '2026-10-26T22:00:00.000Z']);
});

test('hours are written if the axis is short, in the viewer’s language', () => {
  const { ticks } = timeScale(axis('2026-02-28T20:00:00.000Z', '2026-03-01T04:00:00.000Z'), 900, 'Europe/Berlin', 'de');
  expect(ticks.map(({ label }) => label)).toEqual(expect.arrayContaining(['23:00', '1. März']));
});

test('instants outside the axis are placed at its end', () => {
  const { x } = timeScale(axis('2026-11-01T00:00:00.000Z', '2026-11-03T00:00:00.000Z'), 200, 'UTC', 'en');
  expect([x('2026-10-01T00:00:00.000Z'), x('2026-11-02T00:00:00.000Z'), x('2027-01-01T00:00:00.000Z')]).toEqual([
    0, 100, 200,
  ]);
});

test('an axis without length is a day long', () => {
  const at = '2026-11-01T00:00:00.000Z';
  expect(widened(axis(at, at)).to).toBe('2026-11-02T00:00:00.000Z');
});

/** Which desks an urgent referral can reach at a time, among many with the same hours. */

import { expect, test } from 'vitest';
import { routeAt } from '../../../domain/routing/current-route.ts';
import type { Directory } from '../../../domain/routing/directory.ts';
import { aTriagedCase } from '../../support/cases-by-status.ts';
import { directory, point } from './example-directory.ts';

const NIGHT = '2026-06-02T22:00:00.000Z';
/** On a Tuesday, 13:00 in Helsinki. */
const DAY = '2026-06-02T10:00:00.000Z';

function reachableAt(asOf: string, among: Directory): Record<string, [boolean | undefined, string | undefined]> {
  const { referral } = aTriagedCase({ urgency: 'urgent' });
  const urgent = { ...referral, urgency: 'urgent' } as const;
  const { candidates } = routeAt({ referral: urgent, countries: ['FI'], asOf }, among, { failedDrill: [] });
  return Object.fromEntries(candidates.map((each) => [each.contactPointId, [each.reachable, each.opensAt]]));
}

test('a closed desk can be reached if it has a duty line', () => {
  const among = directory([point('a'), point('b', { dutyEmail: 'duty@model.example' })]);
  const opens = '2026-06-03T05:00:00.000Z';
  expect(reachableAt(NIGHT, among)).toEqual({ a: [false, opens], b: [true, opens] });
  expect(reachableAt(DAY, among)).toEqual({ a: [true, undefined], b: [true, undefined] });
});

test('desks with the same hours differ by their zone, their calendar, and the closed and half days of their agency', () => {
  const among = directory(
    [
      ...[point('a'), point('b'), point('c', { zone: 'Pacific/Auckland' }), point('d', { calendar: 'SE' })],
      ...[point('e', { hours: '12:00-16:00' }), point('f')],
    ],
    {
      closedDays: [{ agencyId: 'fi-b', day: '2026-06-02', name: 'Moving' }],
      halfDays: [{ agencyId: 'fi-f', day: '2026-06-02', name: 'Training', closesAt: '11:00' }],
    },
  );
  const tomorrow = '2026-06-03T05:00:00.000Z';
  expect(reachableAt(DAY, among)).toEqual({
    ...{ a: [true, undefined], d: [true, undefined], e: [true, undefined] },
    ...{ b: [false, tomorrow], c: [false, '2026-06-02T20:00:00.000Z'], f: [false, tomorrow] },
  });
  // A public holiday in Sweden only.
  const { a, d } = reachableAt('2025-06-06T10:00:00.000Z', among);
  expect([a, d?.[0]]).toEqual([[true, undefined], false]);
});

test('agencies that are closed on the same days of their own open together, and those with other days do not', () => {
  const closedOn = (agencyId: string, ...days: string[]) => days.map((day) => ({ agencyId, day, name: 'Moving' }));
  const halfDay = (agencyId: string, closesAt: string) => ({ agencyId, day: '2026-06-02', name: 'Training', closesAt });
  const among = directory([point('a'), point('b'), point('c'), point('d'), point('e'), point('f')], {
    closedDays: [
      ...[...closedOn('fi-a', '2026-06-02', '2026-06-03'), ...closedOn('fi-b', '2026-06-03', '2026-06-02')],
      ...[...closedOn('fi-c', '2026-06-02'), ...closedOn('fi-d', '2027-06-02')],
    ],
    halfDays: [halfDay('fi-e', '12:00'), halfDay('fi-f', '14:00')],
  });
  const [tomorrow, later] = ['2026-06-03T05:00:00.000Z', '2026-06-04T05:00:00.000Z'];
  expect(reachableAt(DAY, among)).toEqual({
    ...{ a: [false, later], b: [false, later], c: [false, tomorrow] },
    ...{ d: [true, undefined], e: [false, tomorrow], f: [true, undefined] },
  });
});

test('desks of two countries with the same zone and hours have the holidays of their own country', () => {
  const desk = { zone: 'Europe/Stockholm' };
  const among = directory([point('a', desk), point('b', { ...desk, country: 'SE' })]);
  const { referral } = aTriagedCase({ urgency: 'urgent' });
  const question = { referral: { ...referral, urgency: 'urgent' }, countries: ['FI', 'SE'] } as const;
  const asOf = '2025-06-06T10:00:00.000Z';
  const { candidates } = routeAt({ ...question, countries: [...question.countries], asOf }, among, { failedDrill: [] });
  expect(candidates.map(({ country, reachable }) => [country, reachable])).toEqual([
    ['FI', true],
    ['SE', false],
  ]);
});

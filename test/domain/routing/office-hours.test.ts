/** When a desk is manned, on the walls of its own zone. */

import { expect, test } from 'vitest';
import { isReachable, isStaffed } from '../../../domain/routing/office-hours.ts';

const HELSINKI = { hours: '08:00-16:00', zone: 'Europe/Helsinki', country: 'FI' } as const;

test.each([
  ['a minute before it opens', '2026-11-24T05:59:00.000Z', false],
  ['when it opens', '2026-11-24T06:00:00.000Z', true],
  ['a second before it closes', '2026-11-24T13:59:59.000Z', true],
  ['when it closes', '2026-11-24T14:00:00.000Z', false],
  ['at the same time of day in summer, when its walls show another', '2026-06-02T05:00:00.000Z', true],
  ['on a Saturday', '2026-11-28T10:00:00.000Z', false],
  ['on a public holiday', '2026-12-25T10:00:00.000Z', false],
])('%s', (_when, at, manned) => {
  expect(isStaffed(HELSINKI, [], at)).toBe(manned);
});

test('a closed day of an agency applies to that agency only', () => {
  const closed = [{ day: '2026-11-24', name: 'Removal' }];
  expect(isStaffed(HELSINKI, closed, '2026-11-24T10:00:00.000Z')).toBe(false);
  expect(isStaffed(HELSINKI, closed, '2026-11-25T10:00:00.000Z')).toBe(true);
});

test('hours that lead through the night', () => {
  const night = { ...HELSINKI, hours: '22:00-06:00' };
  expect(isStaffed(night, [], '2026-11-24T21:30:00.000Z')).toBe(true);
  expect(isStaffed(night, [], '2026-11-24T03:30:00.000Z')).toBe(true);
  expect(isStaffed(night, [], '2026-11-24T10:00:00.000Z')).toBe(false);
});

test('a desk that never closes has no weekends', () => {
  expect(isStaffed({ ...HELSINKI, hours: '24/7' }, [], '2026-11-28T02:00:00.000Z')).toBe(true);
});

test('a closed desk can be reached if it has a duty line', () => {
  const night = '2026-11-24T22:00:00.000Z';
  expect(isReachable(HELSINKI, [], night)).toBe(false);
  expect(isReachable({ ...HELSINKI, dutyEmail: 'duty@model.example' }, [], night)).toBe(true);
  expect(isReachable(HELSINKI, [], '2026-11-24T10:00:00.000Z')).toBe(true);
});

/** Contact points at capacity are skipped with a reason, and selected only if there is no other. */

import { describe, expect, test } from 'vitest';
import { findRoute, overCapacity } from '../../../domain/routing/route.ts';
import { directory, point, request } from './example-directory.ts';

describe('capacity', () => {
  const among = directory([point('a'), point('b', { type: 'spoc' }), point('c', { type: 'child-protection' })]);

  test('a contact point at capacity is skipped, and named', () => {
    const decision = findRoute(request({ full: ['a'] }), among);
    expect(decision.taken.map(({ contactPointId }) => contactPointId)).toEqual(['b']);
    expect(overCapacity(decision)).toMatchObject([{ contactPointId: 'a', verdict: { reason: 'at-capacity' } }]);
  });

  test('a contact point at capacity after the selected one was not skipped', () => {
    const decision = findRoute(request({ full: ['b'] }), among);
    expect(decision.taken.map(({ contactPointId }) => contactPointId)).toEqual(['a']);
    expect(overCapacity(decision)).toEqual([]);
  });

  test('one at capacity counts if another country has taken a candidate before it', () => {
    const countries = [point('n', { country: 'NL' }), point('a'), point('b', { type: 'spoc' })];
    const decision = findRoute(request({ countries: ['NL', 'FI'], full: ['a'] }), directory(countries));
    expect(overCapacity(decision)).toMatchObject([{ contactPointId: 'a' }]);
  });

  test('if all that fit are at capacity, the first of them is selected, and the reason says so', () => {
    const decision = findRoute(request({ full: ['a', 'b', 'c'] }), among);
    expect(decision.without).toEqual([]);
    expect(overCapacity(decision)).toMatchObject([
      { contactPointId: 'a', verdict: { taken: true, reason: 'all-at-capacity' } },
    ]);
    expect(overCapacity(findRoute(request({ full: [] }), among))).toEqual([]);
  });
});

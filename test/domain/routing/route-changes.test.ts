/** Facts that would change the selected contact point. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContactPoint, Directory } from '../../../domain/routing/directory.ts';
import { findRoute } from '../../../domain/routing/route.ts';
import type { RouteRequest } from '../../../domain/routing/suitability.ts';
import { examples } from '../../support/seeds.ts';
import { directory, point, request } from './example-directory.ts';

const takenIn = (asked: RouteRequest, among: Directory) =>
  findRoute(asked, among).taken.map(({ contactPointId }) => contactPointId);

describe('what would select another contact point', () => {
  const changesOf = (asked: RouteRequest, among: Directory) =>
    (findRoute(asked, among).changes ?? []).map(
      ({ contactPointId, without, instead }) => `${contactPointId}: -${instead.join()} ${without.join()}`,
    );

  test('the fewest facts: one reason against a better one, or the absence of the one taken', () => {
    const among = directory([
      point('a', { languages: ['fi'], clearances: [] }),
      point('b', { languages: ['fi'] }),
      point('c', { type: 'spoc' }),
      point('d', { type: 'child-protection' }),
    ]);
    expect(takenIn(request(), among)).toEqual(['c']);
    expect(changesOf(request(), among)).toEqual(['b: - no-common-language', 'd: -c ']);
  });

  test('if no contact point qualifies, the one with the fewest missing facts', () => {
    const among = directory([point('a', { languages: ['fi'], kinds: [] }), point('b', { type: 'spoc', kinds: [] })]);
    expect(changesOf(request(), among)).toEqual(['b: - does-not-accept-kind']);
  });

  test('never one that was tried, is the sender, or is not on the chain', () => {
    const among = directory([
      point('a', { agencyId: 'us-beryl' }),
      point('b', { type: 'industry-trust-and-safety' }),
      point('c', { type: 'spoc' }),
    ]);
    expect(changesOf(request({ tried: ['c'] }), among)).toEqual([]);
  });

  test('removing its reasons, and the contact points before it, does select it', () => {
    const among = fc.array(
      fc.record({
        type: fc.constantFrom<ContactPoint['type']>('national-contact-point', 'spoc', 'child-protection'),
        languages: fc.constantFrom<string[]>(['en'], ['fi']),
        kinds: fc.constantFrom<ContactPoint['kinds']>([], ['case-referral']),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(among, (drawn) => {
        const points = drawn.map((more, index) => point(`p${index}`, more));
        for (const { contactPointId, without, instead } of findRoute(request(), directory(points)).changes ?? []) {
          const mended = points
            .filter(({ id }) => !instead.includes(id))
            .map((each) => (each.id === contactPointId ? { ...each, ...mendedBy(without) } : each));
          expect(takenIn(request(), directory(mended))).toEqual([contactPointId]);
        }
      }),
      { numRuns: examples(100) },
    );
  });

  const mendedBy = (reasons: readonly string[]): Partial<ContactPoint> => ({
    ...(reasons.includes('no-common-language') && { languages: ['en'] }),
    ...(reasons.includes('does-not-accept-kind') && { kinds: ['case-referral'] }),
  });
});

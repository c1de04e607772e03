/** Facts that would change the selected contact point. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContactPoint, Directory } from '../../../domain/routing/directory.ts';
import { findRoute } from '../../../domain/routing/route.ts';
import type { RouteRequest } from '../../../domain/routing/suitability.ts';
import { examples } from '../../support/seeds.ts';
import { directory, point, request } from './example-directory.ts';

const level = (agencyId: string, of: 'partial' | 'full') => ({
  ...{ country: 'FI', capability: 'investigation' as const, level: of, providerIds: [agencyId], verifiedAt: null },
});
const takenIn = (asked: RouteRequest, among: Directory) =>
  findRoute(asked, among).taken.map(({ contactPointId }) => contactPointId);

describe('what would select another contact point', () => {
  const changesOf = (asked: RouteRequest, among: Directory) =>
    (findRoute(asked, among).changes ?? []).map(({ contactPointId, without, instead, handicaps = [] }) =>
      [`${contactPointId}: -${instead.join()} ${without.join()}`, ...handicaps].join(' !'),
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

  test('a desk that is closed, a drill that failed, or a capability that is partial', () => {
    const [a, b] = [point('a', { verifiedAt: '2026-05-01T00:00:00.000Z' }), point('b')];
    const partial = [level('fi-a', 'partial'), level('fi-b', 'full')];
    expect(changesOf(request({ reachable: ['b'] }), directory([a, b]))).toEqual(['a: -  !closed']);
    expect(changesOf(request({ failedDrill: ['a'] }), directory([a, b]))).toEqual(['a: -  !drill-failed']);
    expect(changesOf(request(), directory([a, b], { capabilities: partial }))).toEqual(['a: -  !capability-not-full']);
    const both = request({ reachable: ['b'], failedDrill: ['a'] });
    expect(changesOf(both, directory([a, b]))).toEqual(['a: -b ']);
  });

  test('not a closed desk alone, if other facts keep the contact point behind as well', () => {
    const [a, b] = [point('a'), point('b')];
    expect(changesOf(request({ reachable: ['a'] }), directory([a, b]))).toEqual(['b: -a ']);
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

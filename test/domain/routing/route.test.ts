/** Routing: the order of the chain, every reason for exclusion, and properties for any directory. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContactPoint, Directory } from '../../../domain/routing/directory.ts';
import { findRoute } from '../../../domain/routing/route.ts';
import type { RouteRequest } from '../../../domain/routing/suitability.ts';
import { directory, point, request } from './example-directory.ts';

const verdicts = (asked: RouteRequest, among: Directory) =>
  Object.fromEntries(
    findRoute(asked, among).candidates.map(({ contactPointId, verdict }) => [contactPointId, verdict.reason]),
  );
const takenIn = (asked: RouteRequest, among: Directory) =>
  findRoute(asked, among).taken.map(({ contactPointId }) => contactPointId);

describe('the order', () => {
  test('a contact point that did not answer its last drill comes after others of its type, and is marked', () => {
    const known = directory([point('a'), point('b'), point('c', { type: 'spoc' })]);
    expect(takenIn(request(), known)).toEqual(['a']);
    const { candidates, taken } = findRoute(request({ failedDrill: ['a'] }), known);
    expect(taken.map(({ contactPointId }) => contactPointId)).toEqual(['b']);
    expect(taken[0]).not.toHaveProperty('failedDrill');
    expect(candidates.map(({ contactPointId, failedDrill }) => [contactPointId, failedDrill])).toEqual([
      ['b', undefined],
      ['a', true],
      ['c', undefined],
    ]);
    expect(takenIn(request({ failedDrill: ['a', 'b'] }), known)).toEqual(['a']);
  });

  test('the first on the chain of the country is taken, the rest are listed after it', () => {
    const decision = findRoute(request(), directory([point('b', { type: 'spoc' }), point('a')]));
    expect(decision).toEqual({
      ruleVersion: 'route-6',
      countries: ['FI'],
      candidates: [
        {
          contactPointId: 'a',
          agencyId: 'fi-a',
          country: 'FI',
          type: 'national-contact-point',
          verdict: { taken: true, reason: 'best-of-its-country' },
        },
        {
          contactPointId: 'b',
          agencyId: 'fi-b',
          country: 'FI',
          type: 'spoc',
          verdict: { taken: false, reason: 'after-the-one-taken' },
        },
      ],
      taken: [{ contactPointId: 'a', agencyId: 'fi-a', country: 'FI', type: 'national-contact-point' }],
      without: [],
      changes: [{ country: 'FI', contactPointId: 'b', without: [], instead: ['a'] }],
    });
  });

  test('a contact point of a disabled agency is left out with that reason, and listed', () => {
    const among = directory([point('a'), point('b', { type: 'spoc' })]);
    const agencies = among.agencies.map((each) => (each.id === 'fi-a' ? { ...each, disabled: true } : each));
    expect(verdicts(request(), { ...among, agencies })).toEqual({ a: 'disabled', b: 'best-of-its-country' });
  });

  test('a disabled contact point is left out with that reason, which no change of facts removes', () => {
    const among = directory([point('a', { disabled: true }), point('b', { type: 'spoc' })]);
    expect(verdicts(request(), among)).toEqual({ a: 'disabled', b: 'best-of-its-country' });
    expect(findRoute(request(), among).changes?.map(({ contactPointId }) => contactPointId)).toEqual([]);
    const alone = findRoute(request(), directory([point('a', { disabled: true })]));
    expect(alone.without).toEqual([{ country: 'FI', reason: 'nobody-left' }]);
  });

  test('a country with a chain of its own uses it instead of the default', () => {
    const among = directory([point('a'), point('b', { type: 'spoc' })], {
      chains: { default: ['national-contact-point', 'spoc'], FI: ['spoc', 'national-contact-point'] },
    });
    expect(takenIn(request(), among)).toEqual(['b']);
  });

  test('within a type, full capability comes before partial, then the more recently verified, then the id', () => {
    const among = directory(
      [
        point('d'),
        point('c'),
        point('b', { verifiedAt: '2026-05-01T00:00:00.000Z' }),
        point('a', { verifiedAt: '2026-01-01T00:00:00.000Z' }),
        point('z', { verifiedAt: '2026-01-01T00:00:00.000Z' }),
      ],
      {
        capabilities: [
          { country: 'FI', capability: 'investigation', level: 'full', providerIds: ['fi-z'], verifiedAt: null },
          { country: 'FI', capability: 'investigation', level: 'partial', providerIds: ['fi-a'], verifiedAt: null },
        ],
      },
    );
    expect(findRoute(request(), among).candidates.map(({ contactPointId }) => contactPointId)).toEqual(
      ['z', 'a', 'b', 'c', 'd'], // b, c and d are not in the registry; b was verified more recently
    );
  });

  test('in an urgent case, one that can be reached now comes first within its type', () => {
    const among = directory([point('a'), point('b'), point('c', { type: 'spoc' })]);
    const decision = findRoute(request({ reachable: ['b', 'c'] }), among);
    expect(decision.candidates.map(({ contactPointId, reachable }) => [contactPointId, reachable])).toEqual([
      ['b', true],
      ['a', false],
      ['c', true],
    ]);
    expect(decision.taken).toEqual([
      { contactPointId: 'b', agencyId: 'fi-b', country: 'FI', type: 'national-contact-point' },
    ]);
  });

  test('each country gets one of its own, in the order in which countries are named', () => {
    const among = directory([point('a'), point('n', { country: 'NL' })]);
    expect(takenIn(request({ countries: ['NL', 'FI', 'NL'] }), among)).toEqual(['n', 'a']);
  });

  test('with the recipients so far, it gives the next on the chain, and none at its end', () => {
    const among = directory([point('a'), point('b', { type: 'spoc' })]);
    expect(takenIn(request({ tried: ['a'] }), among)).toEqual(['b']);
    expect(findRoute(request({ tried: ['a', 'b'] }), among).without).toEqual([
      { country: 'FI', reason: 'nobody-left' },
    ]);
  });
});

describe('why a candidate is not chosen', () => {
  test.each<[string, Partial<ContactPoint>, Partial<RouteRequest>]>([
    ['sender-itself', {}, { senderAgencyId: 'fi-a' }],
    ['excluded', {}, { senderAgencyId: 'us-quartz' }],
    ['already-tried', {}, { tried: ['a'] }],
    ['not-on-chain', { type: 'industry-trust-and-safety' }, {}],
    ['hotline-for-removal-only', { type: 'inhope-hotline' }, {}],
    ['lacks-capability', { capabilities: ['safeguarding'] }, {}],
    ['does-not-accept-kind', { kinds: ['takedown-notice'] }, {}],
    ['no-common-language', { languages: ['fi', 'sv'] }, {}],
    ['no-clearance', {}, { handlingCode: 'H3' }],
    ['not-verified-recently', { verifiedAt: '2025-04-26T00:00:00.000Z' }, {}],
  ])('%s', (reason, ofPoint, ofRequest) => {
    const other = point('b', { type: 'spoc', clearances: ['H0', 'H3'] });
    const decision = findRoute(request(ofRequest), directory([point('a', ofPoint), other]));
    expect(decision.candidates.find(({ contactPointId }) => contactPointId === 'a')?.verdict.reason).toBe(reason);
    expect(decision.taken.map(({ contactPointId }) => contactPointId)).toEqual(['b']);
  });

  test('a hotline is selected for the removal of content, after all other types', () => {
    const removal = request({ capability: 'content-removal', kind: 'takedown-notice' });
    const hotline = point('h', { type: 'inhope-hotline' });
    expect(takenIn(removal, directory([hotline]))).toEqual(['h']);
    expect(takenIn(removal, directory([hotline, point('b', { type: 'spoc' })]))).toEqual(['b']);
  });

  test('one that does not fit keeps its own reason after the one taken', () => {
    const among = directory([point('a'), point('b', { type: 'spoc', languages: ['fi'] })]);
    expect(verdicts(request(), among)).toEqual({ a: 'best-of-its-country', b: 'no-common-language' });
  });

  test('400 days since verification are allowed, a moment more is not', () => {
    const verifiedAt = '2025-04-27T12:00:00.000Z';
    const among = directory([point('a', { verifiedAt })]);
    expect(takenIn(request({ asOf: '2026-06-01T12:00:00.000Z' }), among)).toEqual(['a']);
    expect(takenIn(request({ asOf: '2026-06-01T12:00:00.001Z' }), among)).toEqual([]);
  });

  test('a referral without a language excludes no candidate', () => {
    expect(takenIn(request({ languages: [] }), directory([point('a')]))).toEqual(['a']);
  });
});

describe('outside the union', () => {
  const among = directory([point('u', { country: 'US' })]);

  test('without a basis, or with one that does not reach there, the country waits for a supervisor', () => {
    for (const given of [{}, { transferBasis: 'within-eu' as const }]) {
      const decision = findRoute(request({ countries: ['US'], ...given }), among);
      expect(decision.taken).toEqual([]);
      expect(decision.without).toEqual([{ country: 'US', reason: 'needs-transfer-basis' }]);
    }
  });

  test('with a basis it is taken', () => {
    expect(takenIn(request({ countries: ['US'], transferBasis: 'appropriate-safeguards' }), among)).toEqual(['u']);
  });

  test('a transfer basis is not requested if no candidate would qualify with it', () => {
    const decision = findRoute(request({ countries: ['US'], tried: ['u'] }), among);
    expect(decision.without).toEqual([{ country: 'US', reason: 'nobody-left' }]);
  });

  test('a country without contact points is named', () => {
    expect(findRoute(request({ countries: ['NZ'] }), among).without).toEqual([
      { country: 'NZ', reason: 'nobody-in-directory' },
    ]);
  });
});

describe('for any directory', () => {
  const anyPoint = fc
    .record({
      id: fc.stringMatching(/^[a-z]{1,3}$/),
      country: fc.constantFrom('FI', 'NL', 'US'),
      type: fc.constantFrom('national-contact-point', 'spoc', 'inhope-hotline', 'industry-trust-and-safety'),
      capabilities: fc.subarray(['investigation', 'content-removal'] as const, { minLength: 1 }),
      kinds: fc.subarray(['case-referral', 'takedown-notice'] as const, { minLength: 1 }),
      languages: fc.subarray(['fi', 'en']),
      clearances: fc.subarray(['H0', 'H2'] as const),
      verifiedAt: fc.constantFrom('2024-06-01T00:00:00.000Z', '2026-05-01T00:00:00.000Z', '2026-05-02T00:00:00.000Z'),
    })
    .map(({ id, ...made }) => point(id, made));
  const anyPoints = fc.uniqueArray(anyPoint, { selector: ({ id }) => id, maxLength: 12 });
  const anyRequest = fc
    .record({
      countries: fc.array(fc.constantFrom('FI', 'NL', 'US', 'NZ'), { maxLength: 4 }),
      capability: fc.constantFrom('investigation', 'content-removal'),
      handlingCode: fc.constantFrom('H0', 'H2'),
      transferBasis: fc.constantFrom('within-eu', 'adequacy'),
      senderAgencyId: fc.constantFrom('us-quartz', 'fi-a', 'nl-b'),
      tried: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
    })
    .map((made) => request(made));

  test('one a country at most, the first that fits; every contact point is listed once and the order is the chain', () => {
    fc.assert(
      fc.property(anyRequest, anyPoints, (asked, points) => {
        const { candidates, countries, taken, without } = findRoute(asked, directory(points));
        for (const country of countries) {
          const listed = candidates.filter((each) => each.country === country);
          const first = listed.findIndex(({ verdict }) => verdict.taken);
          const fitting = listed.findIndex(({ verdict }) => verdict.taken || verdict.reason === 'after-the-one-taken');
          expect(listed.filter(({ verdict }) => verdict.taken).length).toBeLessThanOrEqual(1);
          expect(first).toBe(fitting);
          expect(without.some((none) => none.country === country)).toBe(first === -1);
          const ids = points.filter((each) => each.country === country).map(({ id }) => id);
          expect(listed.map(({ contactPointId }) => contactPointId).sort()).toEqual(ids.sort());
        }
        expect(taken.length + without.length).toBe(countries.length);
      }),
    );
  });

  test('earlier recipients, excluded agencies and the sender are never chosen', () => {
    fc.assert(
      fc.property(anyRequest, anyPoints, (asked, points) => {
        for (const { contactPointId, agencyId } of findRoute(asked, directory(points)).taken) {
          expect(asked.tried).not.toContain(contactPointId);
          expect(agencyId).not.toBe(asked.senderAgencyId);
          if (asked.senderAgencyId === 'us-quartz') expect(agencyId).not.toBe('fi-a');
        }
      }),
    );
  });

  test('an additional candidate does not change the selected one, unless it comes before it', () => {
    fc.assert(
      fc.property(anyRequest, anyPoints, anyPoint, (asked, points, more) => {
        const before = findRoute(asked, directory(points)).taken;
        const { candidates, taken } = findRoute(asked, directory([...points, { ...more, id: 'added' }]));
        const listed = candidates.filter(({ country }) => country === more.country);
        const place = (id: string | undefined) => listed.findIndex(({ contactPointId }) => contactPointId === id);
        const best = before.find(({ country }) => country === more.country)?.contactPointId;
        fc.pre(best !== undefined && best !== 'added' && place('added') > place(best));
        expect(taken).toEqual(before);
      }),
    );
  });

  test('the order of the directory makes no difference', () => {
    fc.assert(
      fc.property(anyRequest, anyPoints, fc.infiniteStream(fc.nat()), (asked, points, keys) => {
        const shuffled = points
          .map((each) => ({ each, key: keys.next().value }))
          .sort((one, other) => one.key - other.key)
          .map(({ each }) => each);
        expect(findRoute(asked, directory(shuffled))).toEqual(findRoute(asked, directory(points)));
      }),
    );
  });
});

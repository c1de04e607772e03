/** Facts that would change the ranking of countries. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countryChanges } from '../../../domain/routing/country-changes.ts';
import { rankCountries } from '../../../domain/routing/jurisdiction.ts';
import { DEFAULT_WEIGHTS } from '../../../domain/routing/weights.ts';
import type { IndicatorCode } from '../../../domain/submission.ts';
import { INDICATOR_BASES } from '../../../domain/vocabulary.ts';

const sign = (country: string | null, basis: IndicatorCode['basis'], more: Partial<IndicatorCode> = {}) => ({
  ...{ country, basis, verified: false, proxySuspected: false },
  ...more,
});
const changes = (...signs: IndicatorCode[]) =>
  countryChanges(signs, DEFAULT_WEIGHTS.investigation).map(
    ({ change, basis, country, verdict, leading }) => `${change} ${basis} ${country}: ${verdict} ${leading.join('+')}`,
  );

describe('of two countries, the smallest change comes first', () => {
  test('an edit before an addition', () => {
    expect(changes(sign('FI', 'ip-geolocation'), sign('NL', 'estimated-location'))).toEqual([
      'verified ip-geolocation FI: clear FI',
      'verified estimated-location NL: clear NL',
    ]);
    expect(changes(sign('FI', 'legal-process'), sign('NL', 'ip-geolocation'))).toEqual([
      'absent legal-process FI: clear NL',
      'added legal-process NL: tie NL+FI',
    ]);
  });

  test('a single country can only be lost', () => {
    expect(changes(sign('FI', 'ip-geolocation'))).toEqual(['proxy ip-geolocation FI: none ']);
  });

  test('without an indicator nothing can be said', () => {
    expect(changes()).toEqual([]);
    expect(changes(sign(null, 'ip-geolocation'))).toEqual([]);
  });
});

test('whose place an indicator shows is a fact that can change the result', () => {
  const found = changes(sign('FI', 'suspect-location'), sign('NL', 'manual', { party: 'victim', verified: true }));
  expect(found).toEqual(['proxy suspect-location FI: clear NL', 'of-suspect manual NL: tie FI+NL']);
});

test('each change gives the result that it states, which is another one', () => {
  const anySign = fc.record(
    {
      country: fc.option(fc.constantFrom('FI', 'NL', 'DE')),
      basis: fc.constantFrom(...INDICATOR_BASES),
      ...{ verified: fc.boolean(), proxySuspected: fc.boolean() },
      ...{ party: fc.constantFrom('suspect' as const, 'victim' as const) },
    },
    { requiredKeys: ['country', 'basis', 'verified', 'proxySuspected'] },
  );
  fc.assert(
    fc.property(fc.array(anySign, { maxLength: 8 }), (signs) => {
      const { leading } = rankCountries(signs, DEFAULT_WEIGHTS.investigation);
      const found = countryChanges(signs, DEFAULT_WEIGHTS.investigation);
      expect(found.length).toBeLessThanOrEqual(5);
      for (const change of found) {
        const changed = applied(signs, change);
        expect(changed.some((each) => sameLeaders(each, change.leading))).toBe(true);
        expect(change.leading.toSorted().join() === leading.toSorted().join() && change.verdict === 'clear').toBe(
          false,
        );
      }
    }),
  );
});

const sameLeaders = (signs: readonly IndicatorCode[], leading: readonly string[]) =>
  rankCountries(signs, DEFAULT_WEIGHTS.investigation).leading.join() === leading.join();

/** The facts after the change, for each indicator that it can be about. */
function applied(
  signs: readonly IndicatorCode[],
  { change, basis, country }: ReturnType<typeof countryChanges>[number],
) {
  if (change === 'added') return [[...signs, sign(country, basis)]];
  return signs.flatMap((each, index) => {
    if (each.basis !== basis || each.country !== country) return [];
    if (change === 'absent') return [signs.toSpliced(index, 1)];
    const edited = { verified: { verified: true }, 'not-verified': { verified: false } };
    const { party: _, ...unknown } = each;
    if (change === 'of-unknown') return [signs.with(index, unknown)];
    if (change === 'of-suspect' || change === 'of-victim') {
      return [signs.with(index, { ...each, party: change === 'of-victim' ? 'victim' : 'suspect' })];
    }
    const more = change === 'proxy' || change === 'no-proxy' ? { proxySuspected: change === 'proxy' } : edited[change];
    return [signs.with(index, { ...each, ...more })];
  });
}

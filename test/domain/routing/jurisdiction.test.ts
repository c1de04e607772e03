/** Indicators are weighed into a ranking of countries: priorities, ties, and indicators that do not count. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankCountries as rank } from '../../../domain/routing/jurisdiction.ts';
import { DEFAULT_WEIGHTS, parseWeights } from '../../../domain/routing/weights.ts';
import type { IndicatorCode } from '../../../domain/submission.ts';
import { INDICATOR_BASES } from '../../../domain/vocabulary.ts';

const sign = (country: string | null, basis: IndicatorCode['basis'], more: Partial<IndicatorCode> = {}) => ({
  country,
  basis,
  verified: false,
  proxySuspected: false,
  ...more,
});

const { investigation, protection } = DEFAULT_WEIGHTS;
const rankCountries = (signs: IndicatorCode[], weights = investigation) => rank(signs, weights);

const anyBasis = fc.constantFrom(...INDICATOR_BASES);
const anySign = fc.record({
  country: fc.option(fc.constantFrom('FI', 'NL', 'DE', 'US')),
  basis: anyBasis,
  verified: fc.boolean(),
  proxySuspected: fc.boolean(),
});
const anySigns = fc.array(anySign, { maxLength: 20 });
const scoreIn = (country: string, signs: IndicatorCode[]) =>
  rankCountries(signs).countries.find((ranked) => ranked.country === country)?.score ?? 0;

describe('one country leads', () => {
  test('a single address is enough to lead, and the reason states its weight', () => {
    expect(rankCountries([sign('FI', 'ip-geolocation')])).toEqual({
      countries: [{ country: 'FI', score: 12, reasons: ['ip-geolocation: 12'] }],
      leading: ['FI'],
      verdict: 'clear',
      withoutCountry: 0,
    });
  });

  test('legal process in one country outranks addresses seen in another', () => {
    const addresses = Array.from({ length: 50 }, () => sign('NL', 'ip-geolocation', { verified: true }));
    const ranking = rankCountries([...addresses, sign('FI', 'legal-process')]);
    expect(ranking.verdict).toBe('clear');
    expect(ranking.leading).toEqual(['FI']);
  });

  test('a verified postal address outranks geolocation', () => {
    const ranking = rankCountries([
      sign('NL', 'ip-geolocation'),
      sign('NL', 'estimated-location'),
      sign('FI', 'postal-address', { verified: true }),
    ]);
    expect(ranking.leading).toEqual(['FI']);
  });

  test('repeated indicators count less each time, and the reason has their number', () => {
    const twice = sign('FI', 'ip-geolocation');
    const [finland] = rankCountries([twice, twice, sign('FI', 'ip-geolocation', { verified: true })]).countries;
    expect(finland).toMatchObject({ score: 27, reasons: ['ip-geolocation ×3, 1 verified: 27'] });
  });

  test('the place of the data leads if the data must be removed or preserved', () => {
    const signs = [sign('NL', 'hosting-location'), sign('FI', 'suspect-location')];
    expect(rankCountries(signs).leading).toEqual(['FI']);
    expect(rankCountries(signs, DEFAULT_WEIGHTS.data).leading).toEqual(['NL']);
  });
});

describe('a question for a person', () => {
  test('two countries within the margin tie', () => {
    const ranking = rankCountries([
      sign('FI', 'suspect-location'),
      sign('NL', 'postal-address'),
      sign('DE', 'language'),
    ]);
    expect(ranking).toMatchObject({ verdict: 'tie', leading: ['FI', 'NL'] });
  });

  test('a country exactly the margin behind is beaten', () => {
    const weights = { ...investigation, points: { ...investigation.points, manual: 50, 'prior-report': 40 } };
    const ranking = rankCountries([sign('FI', 'manual'), sign('NL', 'prior-report')], weights);
    expect(ranking.verdict).toBe('clear');
  });

  test('a language, or an address behind a suspected proxy, is too weak to lead', () => {
    expect(rankCountries([sign('FI', 'language')]).verdict).toBe('none');
    expect(rankCountries([sign('FI', 'ip-geolocation', { proxySuspected: true })])).toMatchObject({
      verdict: 'none',
      leading: [],
      countries: [{ country: 'FI', score: 3, reasons: ['ip-geolocation, 1 proxy-suspected: 3'] }],
    });
  });

  test('indicators without a country lead to no country, but are counted', () => {
    expect(rankCountries([])).toMatchObject({ verdict: 'none', withoutCountry: 0 });
    const nowhere = [sign(null, 'ip-geolocation'), sign(null, 'phone-prefix')];
    expect(rankCountries(nowhere)).toMatchObject({ verdict: 'none', countries: [], withoutCountry: 2 });
  });
});

describe('for any indicators', () => {
  test('the order in which they are given makes no difference', () => {
    const shuffled = anySigns.chain((signs) =>
      fc.tuple(fc.constant(signs), fc.shuffledSubarray(signs, { minLength: signs.length })),
    );
    fc.assert(
      fc.property(shuffled, ([signs, other]) => {
        expect(rankCountries(other)).toEqual(rankCountries(signs));
      }),
    );
  });

  test('a verified indicator never lowers its country, and a suspected proxy never raises it', () => {
    fc.assert(
      fc.property(anySigns, anyBasis, (signs, basis) => {
        const plain = scoreIn('FI', [...signs, sign('FI', basis)]);
        expect(scoreIn('FI', [...signs, sign('FI', basis, { verified: true })])).toBeGreaterThanOrEqual(plain);
        expect(scoreIn('FI', [...signs, sign('FI', basis, { proxySuspected: true })])).toBeLessThanOrEqual(plain);
        expect(plain).toBeGreaterThanOrEqual(scoreIn('FI', signs));
      }),
    );
  });

  test('every indicator is in a country or counted without one, and every score is the sum of its reasons', () => {
    fc.assert(
      fc.property(anySigns, (signs) => {
        const { countries, withoutCountry } = rankCountries(signs);
        expect(withoutCountry).toBe(signs.filter(({ country }) => country === null).length);
        for (const { score, reasons } of countries) {
          const points = reasons.map((reason) => Number(reason.split(': ')[1]));
          expect(points.reduce((sum, each) => sum + each, 0)).toBeCloseTo(score, 6);
        }
      }),
    );
  });

  test('the verdict is the number of leaders, and leaders are first', () => {
    fc.assert(
      fc.property(anySigns, (signs) => {
        const { countries, leading, verdict } = rankCountries(signs);
        expect(verdict).toBe(['none', 'clear'][leading.length] ?? 'tie');
        expect(countries.slice(0, leading.length).map(({ country }) => country)).toEqual(leading);
      }),
    );
  });
});

describe("the suspect's and the victim's country are kept apart", () => {
  const both = [sign('FI', 'ip-geolocation', { party: 'suspect' }), sign('NL', 'ip-geolocation', { party: 'victim' })];

  test('the country of the suspect leads for investigation, that of the victim for protection', () => {
    expect(rankCountries(both, investigation)).toMatchObject({ verdict: 'clear', leading: ['FI'] });
    expect(rankCountries(both, protection)).toMatchObject({ verdict: 'clear', leading: ['NL'] });
    expect(rankCountries(both, DEFAULT_WEIGHTS.data)).toMatchObject({ verdict: 'tie' });
  });

  test('a location says by its basis whose it is', () => {
    const locations = [sign('FI', 'suspect-location'), sign('NL', 'victim-location')];
    expect(rankCountries(locations, investigation).leading).toEqual(['FI']);
    expect(rankCountries(locations, protection).leading).toEqual(['NL']);
  });

  test('one address of the victim is enough for an investigation if there are no other indicators', () => {
    expect(rankCountries([sign('NL', 'ip-geolocation', { party: 'victim' })])).toMatchObject({ leading: ['NL'] });
  });

  test('the reason counts the indicators of each', () => {
    const three = [...both.map((each) => ({ ...each, country: 'FI' })), sign('FI', 'ip-geolocation')];
    expect(rankCountries(three).countries[0]?.reasons).toEqual([
      'ip-geolocation ×3, 1 of the suspect, 1 of the victim: 20.25',
    ]);
  });
});

describe('a file of weights', () => {
  const { party: _, version: __, ...factors } = investigation;
  const file = (more: object) => ({
    ...factors,
    version: 'ours-1',
    aims: {
      investigation: { party: { suspect: 1, victim: 0.75 } },
      protection: { party: { suspect: 0.75, victim: 1 } },
      data: { points: { 'hosting-location': 90 }, party: { suspect: 1, victim: 1 } },
    },
    ...more,
  });

  test('gives the weights of each aim, with the version and the aim as their version', () => {
    const { data, protection: ofVictims } = parseWeights(file({}));
    expect(data).toMatchObject({ version: 'ours-1 data', points: { 'hosting-location': 90, manual: 40 } });
    expect(ofVictims).toMatchObject({ version: 'ours-1 protection', party: { suspect: 0.75, victim: 1 } });
  });

  test('is refused if enough geolocation would outrank legal process', () => {
    const points = { ...factors.points, 'ip-geolocation': 40 };
    expect(() => parseWeights(file({ points }))).toThrow('outrank any amount of geolocation');
  });

  test('is refused, by field, if a basis is missing or a suspected proxy would raise', () => {
    const { language: _omitted, ...points } = factors.points;
    expect(() => parseWeights(file({ points }))).toThrow('points.language');
    expect(() => parseWeights(file({ proxySuspected: 2 }))).toThrow('proxySuspected');
    expect(() => parseWeights(file({ version: 'two words' }))).toThrow('version');
  });
});

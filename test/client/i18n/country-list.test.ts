/** A country is found by its exact name or code in three languages. Anything else is refused, with suggestions. */

import { describe, expect, test } from 'vitest';
import { countryLabel, countryOptions, findCountry, similarCountries } from '../../../client/i18n/country-list.ts';
import { LANGUAGES } from '../../../domain/words/languages.ts';

describe.each(LANGUAGES)('in %s', (language) => {
  test('every name, code and label of the list leads to its own country', () => {
    const wrong = countryOptions(language).flatMap(({ value, label }) =>
      [label, value, countryLabel(language, value), label.toUpperCase(), ` ${value.toLowerCase()} `]
        .filter((text) => findCountry(text) !== value)
        .map((text) => `${text}: ${findCountry(text)}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the list is in alphabetical order and has no code that is not a country', () => {
    const labels = countryOptions(language).map(({ label }) => label);
    expect(labels).toEqual(labels.toSorted((one, other) => one.localeCompare(other, language)));
    const codes = countryOptions(language).map(({ value }) => value);
    expect(codes).toHaveLength(250);
    expect(codes.filter((code) => ['ZZ', 'UK', 'EU', 'UN', 'XX', 'XR', 'AN', 'FX'].includes(code))).toEqual([]);
  });
});

test.each([
  ['Denmark', 'DK'],
  ['Ireland', 'IE'],
  ['Austria', 'AT'],
  ['Estonia', 'EE'],
  ['Malta', 'MT'],
  ['Bosnia and Herzegovina', 'BA'],
  ["Cote d'Ivoire", 'CI'],
  ['et', 'ET'],
])('%s is %s, and not the country of its first two letters', (text, code) => {
  expect(findCountry(text)).toBe(code);
});

test.each(['', 'Denmar', 'ZZ', 'UK', 'USA', 'XR', 'Korea', 'Europe', 'and', 'x'.repeat(20_000)])(
  '"%.10s" is no country, or more than one',
  (text) => {
    expect(findCountry(text)).toBeUndefined();
  },
);

test.each([
  ['Denmrk', ['DK']],
  ['Swizerland', ['CH']],
  ['UK', ['GB']],
  ['USA', ['US']],
  ['Korea', ['KP', 'KR']],
  ['zzzz', []],
])('for "%s" it suggests %j', (text, codes) => {
  expect(similarCountries(text).slice(0, Math.max(1, codes.length)).toSorted()).toEqual(codes);
});

/** Codes that name no country are stored without a country and with a note. They are never dropped or scored as one. */

import { expect, test } from 'vitest';
import { parse } from '../../client/contract/parse.ts';
import { indicator, submission } from '../../client/contract/submission.ts';
import { COUNTRIES, countryFault, resolveCountryCode, resolveIndicatorCountry } from '../../domain/countries.ts';
import { proposeTriage } from '../../domain/triage.ts';
import { aSubmission, someFacts } from '../support/factories.ts';

const sign = { basis: 'manual', verified: false, proxySuspected: false } as const;

test.each(['A1', 'A2', 'O1', 'AP', 'EU', 'XX', 'ZZ', 'QM'])('%s in a submission scores for no country', (country) => {
  const { indicators } = parse(submission, aSubmission({ indicators: [{ ...sign, country }] }));
  expect(indicators).toMatchObject([{ country: null, note: expect.stringMatching(/not/) }]);
  expect(proposeTriage(someFacts({ indicators }))).toMatchObject({ verdict: 'none', countries: [] });
});

test('the note of the sender follows the meaning of the code', () => {
  const note = 'As the reporter wrote it.';
  expect(parse(indicator, { ...sign, country: 'A1', note })).toMatchObject({
    country: null,
    proxySuspected: true,
    note: `an anonymous proxy, not a country; ${note}`,
  });
});

test('a withdrawn code becomes its successor', () => {
  expect(resolveIndicatorCountry({ ...sign, country: 'FX' })).toMatchObject({ country: 'FR' });
});

test.each(['FI', 'XK', null])('%s is not changed', (country) => {
  expect(resolveIndicatorCountry({ ...sign, country })).toEqual({ ...sign, country });
});

test('UK is refused from people, who can correct it, and read as GB from report files and databases', () => {
  expect(countryFault('UK')).toBe('UK is not a code of ISO 3166-1: use GB');
  expect(resolveCountryCode('UK')).toEqual({
    country: 'GB',
    note: 'given as UK, which is not a code of ISO 3166-1',
  });
});

test('an unassigned code of a report file is no country, with a note', () => {
  expect(resolveCountryCode('BC')).toEqual({ country: null, note: 'not a country of ISO 3166-1' });
});

test('every code of the list is a country that the runtime can name', () => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  for (const code of COUNTRIES)
    expect([code, names.of(code), countryFault(code)]).toEqual([code, expect.any(String), null]);
  expect(COUNTRIES).toHaveLength(250);
});

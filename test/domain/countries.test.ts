/** Codes that stand where a country should: kept as no country with a note, never dropped, never taken for one. */

import { expect, test } from 'vitest';
import { parse } from '../../client/contract/parse.ts';
import { indicator, submission } from '../../client/contract/submission.ts';
import { inItsPlace } from '../../domain/countries.ts';
import { proposeTriage } from '../../domain/triage.ts';
import { aSubmission, someFacts } from '../support/factories.ts';

const sign = { basis: 'manual', verified: false, proxySuspected: false } as const;

test.each(['A1', 'A2', 'O1', 'AP', 'EU', 'XX'])('%s, typed into our own form, leads nowhere', (country) => {
  const { indicators } = parse(submission, aSubmission({ indicators: [{ ...sign, country }] }));
  expect(indicators).toMatchObject([{ country: null, note: expect.stringMatching(/not/) }]);
  expect(proposeTriage(someFacts({ indicators }))).toMatchObject({ verdict: 'none', countries: [] });
});

test('what was noted stays, behind what the code means', () => {
  const note = 'As the reporter wrote it.';
  expect(parse(indicator, { ...sign, country: 'A1', note })).toMatchObject({
    country: null,
    proxySuspected: true,
    note: `an anonymous proxy, not a country; ${note}`,
  });
});

test('a code that was withdrawn is the country of today', () => {
  expect(inItsPlace({ ...sign, country: 'FX' })).toMatchObject({ country: 'FR' });
});

test.each(['FI', 'XK', null])('%s is left as it is, read once or twice', (country) => {
  expect(inItsPlace({ ...sign, country })).toEqual({ ...sign, country });
});

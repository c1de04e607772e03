/** Values as text: whole submissions before they are sent, and the parts that a reader may see. */

import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { translatorFor } from '../../../../client/i18n/i18n.ts';
import { SubmissionFacts } from '../../../../client/web/intake/submission-facts.tsx';
import { type Viewer, ViewerContext } from '../../../../client/web/viewer.ts';
import type { Language } from '../../../../domain/words/languages.ts';
import { aSubmission } from '../../../support/factories.ts';

/** Label and text of each row. */
function factsOf(submission: object, language: Language = 'en'): Map<string, string> {
  const viewer: Viewer = {
    ...{ principal: undefined, language, zone: 'Europe/Helsinki', t: translatorFor(language), now: '', csrf: '' },
    ...{ address: '/', colourScheme: 'system', formValues: {}, savedForm: undefined, faults: [] },
  };
  const html = render(h(ViewerContext.Provider, { value: viewer }, h(SubmissionFacts, { submission })));
  const rows = html.matchAll(/summary-list__key">([^<]*)<\/dt><dd[^>]*>([^<]*)</g);
  return new Map([...rows].map(([, label = '', text = '']) => [label, text]));
}

test('a row of a list is one line, with labels where a value alone would be unclear', () => {
  const indicators = [
    { country: 'FI', basis: 'legal-process', verified: true, proxySuspected: false, value: '192.0.2.1' },
    { country: null, basis: 'language', verified: false, proxySuspected: true, observedAt: '2026-05-30T09:00:00.000Z' },
  ] as const;
  const preservation = [{ provider: 'A provider', instrument: 'none', reference: 'P-1' }] as const;
  const facts = factsOf(aSubmission({ indicators: [...indicators], preservation: [...preservation] }));
  expect(facts.get('Jurisdiction indicators')?.split('\n')).toEqual([
    'Finland: Legal process; 192.0.2.1; Verified',
    expect.stringMatching(/^Unknown: Language.*; Observed: 30 May 2026, 12:00 .*; A proxy or VPN is suspected$/),
  ]);
  expect(facts.get('Preserved data')).toBe('A provider; P-1');
});

test('a text that reads like a code is shown', () => {
  const particulars = [{ label: 'none', value: 'none' }];
  expect(factsOf(aSubmission({ particulars })).get('Particulars')).toBe('none: none');
});

test('of a submission that is withheld in part, the rest is shown', () => {
  const partial = { summary: 'A summary', indicators: [{ country: 'FI', basis: 'hosting-location' }], materials: [] };
  expect([...factsOf(partial)]).toEqual([
    ['Summary', 'A summary'],
    ['Jurisdiction indicators', expect.stringMatching(/^Finland: /)],
  ]);
});

test('values that this version does not know are shown as they were stored', () => {
  const stored = {
    kind: 'a-former-kind',
    incidentAt: 'at dusk',
    materials: ['a line'],
    languages: ['fi', 'not a code'],
  };
  expect([...factsOf(stored, 'de').values()]).toEqual(['a-former-kind', 'at dusk', 'Finnisch, not a code', 'a line']);
});

test('values of a report are shown in words, and evidence to the second', () => {
  const account = 'report/personOrUserReported';
  const particulars = [
    { label: 'crimeAreas', value: 'grooming-solicitation, sexual-extortion' },
    { label: 'incidentAt', value: '2026-11-20T23:42:00.000Z' },
    { label: `${account}/ipCaptureEvent/dateTime`, value: '2026-11-20T23:40:11Z' },
    { label: `${account}/ipCaptureEvent/possibleProxy`, value: 'false' },
    { label: `${account}/estimatedLocation/countryCode`, value: 'FI' },
    { label: `${account}/screenName`, value: 'true' },
    { label: 'account', value: 'false' },
  ];
  const subjects = [{ category: 'other', reference: 'report/reporter' }] as const;
  const facts = factsOf(aSubmission({ particulars, subjects: [...subjects] }));
  expect(facts.get('Particulars')?.split('\n')).toEqual([
    'Crime areas: Grooming and solicitation of children, Sexual extortion of children',
    expect.stringMatching(/^Time of the incident: 21 Nov 2026, 01:42:00 /),
    expect.stringMatching(/^Reported person or user: Time at the IP address: 21 Nov 2026, 01:40:11 /),
    'Reported person or user: IP address may be a proxy: No',
    'Reported person or user: Estimated country: Finland',
    'Reported person or user: User name: true',
    'account: false',
  ]);
  expect(facts.get('Persons')).toBe('Other: Reporter');
});

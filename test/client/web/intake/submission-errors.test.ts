/** Every error names its field and says what to enter or select, in the language of the officer. */

import { expect, test } from 'vitest';
import { fieldsOfSubmission } from '../../../../client/web/intake/draft-content.ts';
import { readSubmission } from '../../../../client/web/intake/read-submission.ts';
import { LANGUAGES, type Language } from '../../../../domain/words/languages.ts';
import { aSubmission } from '../../../support/factories.ts';

function faultsOf(fields: Record<string, readonly string[]>, language: Language = 'en') {
  return readSubmission({ fields, language, zone: 'UTC' }).faults;
}

/** The errors of a submission that is complete but for these values. */
function errorsWith(fields: Record<string, readonly string[]>, language: Language = 'en'): string[] {
  return faultsOf({ ...fieldsOfSubmission(aSubmission()), ...fields }, language).map(({ message }) => message);
}

test.each([
  [{ summary: [''] }, 'Enter a summary'],
  [{ summary: ['x'.repeat(20_001)] }, 'Summary: enter 20,000 characters or fewer'],
  [{ crimeAreas: [] }, 'Select at least one crime area'],
  [{ languages: [] }, 'Select at least one language'],
  [{ kind: ['x'] }, 'Select the kind of referral'],
  [{ incidentAt: ['yesterday'] }, 'Enter the date and time of the incident, for example 2026-11-24T14:00'],
  [{ 'handling.code': ['H3'] }, 'Enter the text of the restriction'],
  [{ 'indicators.0.basis': [''], 'indicators.0.country': ['FI'] }, 'Indicator 1: Select the basis'],
  [
    { 'indicators.0.country': ['Denmrk'], 'indicators.0.basis': ['manual'] },
    'Indicator 1: “Denmrk” is not a country in the list. Did you mean Denmark (DK)?',
  ],
  [
    { 'indicators.0.country': ['ZZ'], 'indicators.0.basis': ['manual'] },
    'Indicator 1: “ZZ” is not a country in the list. Enter a name or code from the list',
  ],
  [{ 'originReferences.1.system': ['register'] }, 'Reference 2: Enter the number'],
  [
    { 'materials.0.algorithm': ['md5'], 'materials.0.value': ['0'], 'materials.0.source': ['provider'] },
    /^Hash 1: Enter a hash value of the algorithm\. Hexadecimal digits: MD5 32/,
  ],
])('%j: %s', (fields, message) => {
  expect(errorsWith(fields)).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)]);
});

test.each(LANGUAGES)('in %s no message of a validator is shown, and every field has one error', (language) => {
  const faults = faultsOf(
    {
      ...{ kind: ['x'], urgency: ['x'], crimeAreas: ['x'], languages: ['xyz'], 'handling.code': ['H3'], tlp: ['x'] },
      ...{ 'evaluation.source': ['x'], 'evaluation.information': ['x'], legalInstrument: ['x'], transferBasis: ['x'] },
      ...{ incidentAt: ['x'], capability: ['x'], urgencyGrounds: ['x'], 'indicators.0.country': ['UK'] },
      ...{ 'materials.0.value': ['x'], 'subjects.0.category': ['x'], 'preservation.0.endsAt': ['x'] },
      ...{ 'particulars.0.value': ['x'], 'originReferences.0.id': ['x'] },
    },
    language,
  );
  expect(new Set(faults.map(({ field }) => field)).size).toBe(faults.length);
  expect(faults.length).toBeGreaterThan(20);
  const raw = faults.filter(({ message }) => /too small|too big|expected|invalid|must|\bintake:/i.test(message));
  expect(raw).toEqual([]);
});

test('an error in a row names the row, with the punctuation of the language', () => {
  const fields = { 'materials.0.value': ['x'] };
  const errorOf = (language: Language) =>
    faultsOf(fields, language).find(({ field }) => field === 'materials.0.algorithm')?.message;
  expect([errorOf('fr'), errorOf('de')]).toEqual([
    'Empreinte 1\u202f: Sélectionnez l’algorithme',
    'Hashwert 1: Wählen Sie das Verfahren aus',
  ]);
});

test('errors are in the order of the form', () => {
  const fields = { 'indicators.0.country': ['Denmrk'], 'handling.code': ['H3'], 'particulars.0.label': ['account'] };
  expect(faultsOf(fields).map(({ field }) => field)).toEqual([
    ...['kind', 'crimeAreas', 'summary', 'particulars.0.value', 'indicators.0.country', 'indicators.0.basis'],
    ...['handling.text', 'languages'],
  ]);
});

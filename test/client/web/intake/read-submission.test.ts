/** From the values of the form to a submission: no value is lost and none is invented. */

import { expect, test } from 'vitest';
import { fieldsOfSubmission, withStep } from '../../../../client/web/intake/draft-content.ts';
import { readFields } from '../../../../client/web/intake/read-fields.ts';
import { readSubmission } from '../../../../client/web/intake/read-submission.ts';
import { withoutEmptyRows, withoutRow } from '../../../../client/web/intake/row-names.ts';
import { SUBMISSION_FIELDS } from '../../../../client/web/intake/submission-fields.ts';
import { aSubmission } from '../../../support/factories.ts';

const HELSINKI = 'Europe/Helsinki';

function valuesOf(fields: Record<string, string[]>, zone = 'UTC') {
  return readFields(SUBMISSION_FIELDS, fields, zone).values;
}

test('a submission put into fields and read again is the same', () => {
  const submission = aSubmission({
    ...{ transferBasis: 'derogation', urgencyGrounds: ['ongoing-child-abuse'], languages: ['en', 'fi'] },
    indicators: [
      { country: null, basis: 'language', verified: false, proxySuspected: true, note: 'a note of a file' },
      {
        ...{ country: 'FI', basis: 'phone-prefix', verified: true, proxySuspected: false },
        observedAt: '2026-05-30T21:15:07.123Z',
      },
    ],
    materials: [
      {
        ...{ algorithm: 'md5', value: '0'.repeat(32), source: 'provider', classification: 'baseline' },
        ...{ industryClassification: 'A1', viewedByReporter: true, publiclyAvailable: false },
      },
    ],
    preservation: [{ provider: 'A provider', instrument: 'none', endsAt: '2026-09-01T00:00:00.000Z' }],
    summary: 'Two lines,\nand a second.',
  });
  const fields = fieldsOfSubmission(submission);
  expect(readSubmission({ fields, language: 'en', zone: HELSINKI })).toEqual({ submission, faults: [] });
});

test('times are local times of the officer', () => {
  expect(valuesOf({ incidentAt: ['2026-06-01T12:00'] }, HELSINKI)).toEqual({ incidentAt: '2026-06-01T09:00:00.000Z' });
});

test('a value is read by the type of its field, whatever the name of the field is', () => {
  const fields = { amount: { type: 'text' }, note: { type: 'number' }, verified: { type: 'text' } } as const;
  const entered = { amount: ['7'], note: ['7'], verified: ['true'] };
  expect(readFields(fields, entered, 'UTC').values).toEqual({ amount: '7', note: 7, verified: 'true' });
});

test('empty rows are left out, and the rows after them are renumbered', () => {
  const entered = {
    'indicators.0.basis': [''],
    'indicators.12.basis': ['manual'],
    'indicators.2.country': ['fi'],
    kind: [' '],
  };
  expect(withoutEmptyRows(entered)).toEqual({ 'indicators.1.basis': ['manual'], 'indicators.0.country': ['fi'] });
  expect(valuesOf(entered)).toEqual({ indicators: [{ country: 'FI' }, { country: null, basis: 'manual' }] });
});

test('a country is read by name or code in three languages, and never guessed', () => {
  const entered = ['Denmark', 'Irlande', 'Österreich', 'ee', 'Malta (MT)'];
  const fields = Object.fromEntries(entered.map((text, n) => [`indicators.${n}.country`, [text]]));
  expect(valuesOf(fields)).toEqual({ indicators: ['DK', 'IE', 'AT', 'EE', 'MT'].map((country) => ({ country })) });
  const unknown = readFields(SUBMISSION_FIELDS, { 'indicators.0.country': ['Denmrk'] }, 'UTC');
  expect(unknown.values).toEqual({ indicators: [{ country: 'Denmrk' }] });
  expect(unknown.unknownCountries).toEqual([{ field: 'indicators.0.country', text: 'Denmrk' }]);
});

test.each(['__proto__.x', 'kind.__proto__', 'kind.0', 'kind.0.x', 'indicators.0', 'indicators.0.constructor', 'x-y'])(
  'the name %s is not in the table and sets nothing',
  (name) => {
    const { values, unknownFields } = readFields(SUBMISSION_FIELDS, { [name]: ['1'] }, 'UTC');
    expect([values, unknownFields]).toEqual([{}, [name]]);
  },
);

test('a step replaces its own fields only, and rows that it has not shown stay', () => {
  const fields = {
    summary: ['old'],
    'indicators.0.basis': ['manual'],
    'indicators.1.basis': ['language'],
    'indicators.2.basis': ['nationality'],
  };
  const posted = {
    'shown.indicators': ['2'],
    'indicators.0.basis': ['language'],
    'indicators.5.basis': ['manual'],
    summary: ['x'],
  };
  expect(withStep(fields, 'where', posted)).toEqual({
    ...{ summary: ['old'], 'indicators.0.basis': ['language'], 'indicators.1.basis': ['nationality'] },
  });
  expect(withoutRow(fields, 'indicators.1')).toEqual({
    ...{ summary: ['old'], 'indicators.0.basis': ['manual'], 'indicators.1.basis': ['nationality'] },
  });
});

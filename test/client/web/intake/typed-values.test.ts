/** From the fields of a form to values: nothing that was typed is lost, nothing is made up. */

import { expect, test } from 'vitest';
import { fieldsOfSubmission, withoutRow, withStep } from '../../../../client/web/intake/draft-words.ts';
import { submissionIn } from '../../../../client/web/intake/submission-form.ts';
import { coerceFormValues, withoutEmptyRows } from '../../../../client/web/intake/typed-values.ts';
import { aSubmission } from '../../../support/factories.ts';

const HELSINKI = 'Europe/Helsinki';

test('a submission is the same after it was put into fields and back', () => {
  const submission = aSubmission({
    ...{ transferBasis: 'derogation', urgencyGrounds: ['ongoing-child-abuse'], languages: ['en', 'fi'] },
    indicators: [
      { country: null, basis: 'language', verified: false, proxySuspected: true, note: 'a note of a file' },
      {
        ...{ country: 'FI', basis: 'phone-prefix', verified: true, proxySuspected: false },
        observedAt: '2026-05-30T21:15:07.123Z',
      },
    ],
    preservation: [{ provider: 'A provider', instrument: 'none', endsAt: '2026-09-01T00:00:00.000Z' }],
    summary: 'Two lines,\nand a second.',
  });
  const fields = fieldsOfSubmission(submission);
  expect(submissionIn({ fields, language: 'en', zone: HELSINKI })).toEqual({ submission, faults: [] });
});

test('times are read from the walls of the person', () => {
  expect(coerceFormValues({ incidentAt: ['2026-06-01T12:00'] }, HELSINKI)).toEqual({
    incidentAt: '2026-06-01T09:00:00.000Z',
  });
});

test('rows that were left empty are none, and those after them move up', () => {
  const typed = {
    'indicators.0.basis': [''],
    'indicators.12.basis': ['manual'],
    'indicators.2.country': ['fi'],
    x: [' '],
  };
  expect(withoutEmptyRows(typed)).toEqual({ 'indicators.1.basis': ['manual'], 'indicators.0.country': ['fi'] });
  expect(coerceFormValues(typed, 'UTC')).toEqual({
    indicators: [{ country: 'FI' }, { country: null, basis: 'manual' }],
  });
});

test('names that are no fields make nothing', () => {
  expect(coerceFormValues({ '__proto__.x': ['1'], 'a.__proto__': ['1'], 'a-b': ['1'] }, 'UTC')).toEqual({ a: {} });
});

test('a step replaces its own fields alone, and rows that it has not shown stay', () => {
  const fields = {
    summary: ['old'],
    'indicators.0.basis': ['manual'],
    'indicators.1.basis': ['language'],
    'indicators.2.basis': ['nationality'],
  };
  const sent = {
    'shown.indicators': ['2'],
    'indicators.0.basis': ['language'],
    'indicators.5.basis': ['manual'],
    summary: ['x'],
  };
  expect(withStep(fields, 'where', sent)).toEqual({
    ...{ summary: ['old'], 'indicators.0.basis': ['language'], 'indicators.1.basis': ['nationality'] },
  });
  expect(withoutRow(fields, 'indicators.1')).toEqual({
    ...{ summary: ['old'], 'indicators.0.basis': ['manual'], 'indicators.1.basis': ['nationality'] },
  });
});

test('what is missing is named at its field, in the language of the person', () => {
  const { faults } = submissionIn({ fields: { 'materials.0.value': ['xyz'] }, language: 'fr', zone: 'UTC' });
  expect(faults.find(({ field }) => field === 'summary')?.message).toMatch(/^De quoi il s’agit, en quelques mots: /);
  expect(faults.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['kind', 'crimeAreas', 'summary', 'materials.0.algorithm']),
  );
});

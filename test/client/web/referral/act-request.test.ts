/** From the fields of an act's form to what is asked of the engine. */

import { expect, test } from 'vitest';
import type { OfferedActType } from '../../../../client/web/referral/act-forms.ts';
import { faultOfRefusal, readActForm } from '../../../../client/web/referral/act-request.ts';
import type { FormValues } from '../../../../client/web/viewer.ts';
import { ReferralError } from '../../../../domain/errors.ts';

function asked(type: OfferedActType, formValues: FormValues, language: 'en' | 'de' = 'en') {
  return readActForm({ type, formValues, language, zone: 'Europe/Helsinki' });
}

const FORM = { key: ['k'], seen: ['7'], back: ['/triage'] };

test('countries come from boxes and from further fields, each once', () => {
  const formValues = {
    ...{ ...FORM, urgency: ['urgent'], capability: ['investigation'], countries: ['FI', 'SE'], text: [''] },
    ...{ 'moreCountries.0': ['SE'], 'moreCountries.1': ['NL'], 'contactPoints.0': [''], 'contactPoints.1': ['fi-1'] },
  };
  expect(asked('complete-triage', formValues)).toEqual({
    value: {
      ...{ type: 'complete-triage', urgency: 'urgent', urgencyGrounds: [], capability: 'investigation' },
      ...{ countries: ['FI', 'SE', 'NL'], contactPoints: ['fi-1'] },
    },
  });
});

test("an extension has whole numbers, and its end is in the person's time zone", () => {
  const formValues = {
    ...FORM,
    recipientId: ['r1'],
    clock: ['decide'],
    amount: ['2'],
    estimateAt: ['2026-12-01T12:00'],
  };
  expect(asked('extend', formValues)).toEqual({
    value: { type: 'extend', recipientId: 'r1', clock: 'decide', amount: 2, estimateAt: '2026-12-01T10:00:00.000Z' },
  });
});

test('an addition brings its rows', () => {
  const formValues = {
    ...{ ...FORM, 'addition.summary': ['More'], 'shown.addition-indicators': ['2'] },
    ...{ 'addition.indicators.1.basis': ['language'], 'addition.indicators.1.country': ['fi'] },
    ...{ 'addition.originReferences.0.system': ['register'], 'addition.originReferences.0.id': ['7'] },
  };
  expect(asked('supplement', formValues)).toEqual({
    value: {
      type: 'supplement',
      addition: {
        ...{ summary: 'More', materials: [], particulars: [], originReferences: [{ system: 'register', id: '7' }] },
        indicators: [{ country: 'FI', basis: 'language', verified: false, proxySuspected: false }],
      },
    },
  });
});

test('a report is final or interim as the person answered, and without an answer it is not accepted', () => {
  const formValues = { ...FORM, recipientId: ['r1'], outcome: ['arrest'], because: [''] };
  for (const final of [true, false]) {
    const answered = asked('report-outcome', { ...formValues, final: [String(final)] });
    expect(answered).toMatchObject({ value: { final } });
  }
  for (const unanswered of [formValues, { ...formValues, final: [''] }]) {
    expect(asked('report-outcome', unanswered).faults).toEqual([
      { field: 'final', message: 'Select whether this is the final outcome' },
    ]);
  }
});

test('the contact point to assign is one of the candidates, or another one, but not both', () => {
  const formValues = { ...FORM, text: ['Nobody else is left.'], replaces: [''] };
  const assigned = (contactPoint: string, otherContactPoint: string) =>
    asked('assign-recipient', {
      ...formValues,
      contactPoint: [contactPoint],
      otherContactPoint: [otherContactPoint],
    });
  const value = { type: 'assign-recipient', text: 'Nobody else is left.' };
  expect(assigned('fi-1', '')).toEqual({ value: { ...value, contactPoint: 'fi-1' } });
  expect(assigned('', 'se-1')).toEqual({ value: { ...value, contactPoint: 'se-1' } });
  expect(assigned('fi-1', 'se-1').faults).toEqual([
    { field: 'contactPoint', message: 'Select one contact point: either one of the list, or another one' },
  ]);
  expect(assigned('', '').faults).toEqual([
    { field: 'contactPoint', message: 'Contact point: Enter or select a value' },
  ]);
});

test('what is missing or strange is named with its label in the language of the person', () => {
  expect(asked('decline', { ...FORM, recipientId: ['r1'], ground: ['x'] }, 'de').faults).toEqual([
    { field: 'ground', message: 'Ablehnungsgrund: Prüfen Sie Ihre Eingaben' },
  ]);
  expect(asked('decline', { ...FORM, recipientId: ['r1'] }).faults).toEqual([
    { field: 'ground', message: 'Ground for declining: Enter or select a value' },
  ]);
  expect(asked('take', { ...FORM, admin: ['true'] }).faults).toEqual([
    { field: '', message: 'Check what you entered' },
  ]);
});

test('a refusal says in every language what it is about', () => {
  const used = new ReferralError('DUPLICATE_ORIGIN', 'Used in XR-2026-000007.', 'originReferences', {
    reference: 'XR-2026-000007',
  });
  expect(faultOfRefusal(used, 'en')).toEqual({ field: 'originReferences', message: 'Used in XR-2026-000007.' });
  expect(faultOfRefusal(used, 'de').message).toMatch(/bereits übermittelt\. Aktenzeichen: XR-2026-000007\. Öffnen Sie/);
  const tooLong = new ReferralError('EXTENSION_EXHAUSTED', 'At most 30 days.', 'amount', { max: 30 });
  expect(faultOfRefusal(tooLong, 'fr').message).toMatch(/autant\. Maximum\s: 30\. Demandez/);
});

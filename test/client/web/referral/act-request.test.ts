/** From the fields of an act's form to the request to the engine. */

import { expect, test } from 'vitest';
import { errorOf } from '../../../../client/web/referral/act-errors.ts';
import { ACT_FORMS, type OfferedActType } from '../../../../client/web/referral/act-forms.ts';
import { faultOfRefusal, readActForm } from '../../../../client/web/referral/act-request.ts';
import type { FormValues } from '../../../../client/web/viewer.ts';
import { ReferralError } from '../../../../domain/errors.ts';
import type { Language } from '../../../../domain/words/languages.ts';

function asked(type: OfferedActType, formValues: FormValues, language: Language = 'en') {
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
  expect(assigned('', '').faults).toEqual([{ field: 'contactPoint', message: 'Select a contact point' }]);
});

test('what is missing or strange is asked for in the language of the person', () => {
  expect(asked('decline', { ...FORM, recipientId: ['r1'], ground: ['x'] }, 'de').faults).toEqual([
    { field: 'ground', message: 'Wählen Sie einen Grund' },
  ]);
  expect(asked('decline', { ...FORM, recipientId: ['r1'] }).faults).toEqual([
    { field: 'ground', message: 'Select a ground' },
  ]);
  expect(asked('take', { ...FORM, admin: ['true'] }).faults).toEqual([
    { field: '', message: 'Check what you entered' },
  ]);
});

test('a value beyond a limit names the limit, and a date that cannot be read an example', () => {
  const sent = { ...FORM, recipientId: ['r1'], clock: ['decide'], amount: ['0'], estimateAt: ['tomorrow'] };
  const extended = (language: Language) =>
    asked('extend', { ...sent, text: ['a '.repeat(15_000)] }, language).faults?.map(({ message }) => message);
  expect(extended('en')).toEqual([
    'Enter a whole number of 1 or more',
    'Enter a date and time, for example 2026-11-24T14:00',
    'Reason for the extension: enter 20,000 characters or fewer',
  ]);
  expect(extended('fr')).toEqual([
    'Saisissez un nombre entier, au moins 1',
    'Saisissez une date et une heure, par exemple 2026-11-24T14:00',
    'Motif de la prolongation\u202f: 20\u202f000 caractères au plus',
  ]);
  expect(extended('de')?.[0]).toBe('Geben Sie eine ganze Zahl ab 1 ein');
  const many = asked('raise-hash-limit', { ...FORM, max: ['6000'], text: ['More were found.'] }).faults;
  expect(many).toEqual([{ field: 'max', message: 'Number of hash values in total: 5,000 at most' }]);
});

test('every field whose value can be refused says what to enter', () => {
  const fields = Object.values(ACT_FORMS).flatMap((form) => form.fields);
  const silent = fields.filter(({ kind, label }) => errorOf({ label }) === undefined && kind.of !== 'addition');
  // Its question has a message of its own; and any recipient of the list can be replaced.
  expect(silent.map(({ name }) => name)).toEqual(['replaces', 'final']);
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

/** Values of a report are named in the language of the reader; what has no name keeps its path. */

import { expect, test } from 'vitest';
import { translatorFor } from '../../../../client/i18n/i18n.ts';
import { isOfReport, reportLabel, reportPerson } from '../../../../client/web/intake/report-label.ts';
import type { Language } from '../../../../domain/words/languages.ts';

test.each<[string, Language, string]>([
  ['report/personOrUserReported/ipCaptureEvent[3]/ipAddress', 'en', 'Reported person or user: IP address'],
  ['report/victim[2]/victimPerson/age', 'en', 'Victim 2: Age'],
  ['report/victim[2]/victimPerson/age', 'fr', 'Victime 2\u202f: Âge'],
  ['report/internetDetails/chatImIncident/content', 'de', 'Ort des Geschehens: Inhalt'],
  ['fileDetails/originalFileName', 'de', 'Datei: Ursprünglicher Name'],
  ['report/victim/additionalInfo (2 of 3)', 'en', 'Victim: Further information (2/3)'],
  ['report/victim/estimatedLocation/@verified', 'en', 'Victim: Estimated location verified'],
  ['incidentAt', 'de', 'Zeitpunkt des Vorfalls'],
])('%s is in %s: %s', (path, language, name) => {
  expect(reportLabel(path, translatorFor(language))).toBe(name);
});

test.each([
  'report/personOrUserReported/associatedAccount/email',
  'report/victim/victimPerson/phone/@type',
  'report/unknown/age',
  'report/victim/constructor',
  'constructor/age',
  'E-mail address',
  'email',
  '',
])('%j is left as it is', (label) => {
  expect(reportLabel(label, translatorFor('fr'))).toBe(label);
});

test.each([
  ['report/reporter', 'Reporter'],
  ['report/victim[2]', 'Victim 2'],
  ['report/personOrUserReported/associatedAccount[1]', 'report/personOrUserReported/associatedAccount[1]'],
  ['S-1', 'S-1'],
])('the person %s is shown as %s', (reference, shown) => {
  expect(reportPerson(reference, translatorFor('en'))).toBe(shown);
});

test('labels that a person entered are not of a report', () => {
  expect(['report/victim/phone', 'crimeAreas'].map(isOfReport)).toEqual([true, true]);
  expect(['E-mail address', 'account/name', ''].map(isOfReport)).toEqual([false, false, false]);
});

/** Spacing, elision and dates as each language writes them. */

import { expect, test } from 'vitest';
import { VERIFIER_TEXTS } from '../../../client/verifier/explain.ts';
import { LANGUAGES } from '../../../domain/words/languages.ts';
import { typeset, typesetDate, withFrenchDe } from '../../../domain/words/typography.ts';

test('French has narrow no-break spaces at punctuation, and between thousands', () => {
  expect(typeset('Oui : « non » ; 80 % ?', 'fr')).toBe('Oui\u202f: «\u202fnon\u202f»\u202f; 80\u202f%\u202f?');
  expect(typeset('de 7 à 100 000, le 27 nov. 2026 15:00', 'fr')).toBe('de 7 à 100\u202f000, le 27 nov. 2026 15:00');
  expect(typeset('1 000', 'en')).toBe('1 000');
});

test('German has narrow no-break spaces at percent signs and in the numbers of articles', () => {
  expect(typeset('80 % nach Art. 5 Abs. 2, am 1. Mai 2026', 'de')).toBe(
    '80\u202f% nach Art.\u202f5\u202fAbs.\u202f2, am 1. Mai 2026',
  );
});

test.each(LANGUAGES)('the texts of the verifier have the spaces of %s', (language) => {
  const texts = JSON.stringify(VERIFIER_TEXTS[language]);
  expect(texts).toBe(typeset(texts, language));
});

test('the French “de” is shortened before a vowel', () => {
  const names = ['Europol', 'États-Unis', 'Alder Desk', 'Hongrie', 'Suède', 'XR-2026-000123', '8 heures'];
  expect(names.map(withFrenchDe)).toEqual([
    ...['d’Europol', 'd’États-Unis', 'd’Alder Desk', 'de Hongrie', 'de Suède', 'de XR-2026-000123', 'de 8 heures'],
  ]);
});

test('the first day of a month is an ordinal in French only', () => {
  expect(typesetDate('mardi 1 décembre 2026', 'fr')).toBe('mardi 1er décembre 2026');
  expect(typesetDate('11 nov. 2026, 01:00 UTC+1', 'fr')).toBe('11 nov. 2026, 01:00 UTC+1');
  expect(typesetDate('1 Dec 2026', 'en')).toBe('1 Dec 2026');
});

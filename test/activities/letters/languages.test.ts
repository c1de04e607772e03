/** Every letter in French and in German, without the parts that all share. The expected texts are in `written/`. */

import { describe, expect, test } from 'vitest';
import type { LetterFacts } from '../../../activities/letters/facts.ts';
import { writeLetter } from '../../../activities/letters/write-letter.ts';
import { FACTS, factsOf, VARIANTS } from '../../../dev/letters/sample-facts.ts';
import { LETTER_KINDS, type LetterKind } from '../../../domain/letter-kinds.ts';
import { LANGUAGES } from '../../../domain/words/languages.ts';

const ALL: [title: string, letter: LetterKind, changed: Partial<LetterFacts>][] = [
  ...LETTER_KINDS.map((name): [string, LetterKind, Partial<LetterFacts>] => [name, name, {}]),
  ...Object.entries(VARIANTS).map(([title, [name, changed]]): [string, LetterKind, Partial<LetterFacts>] => [
    title,
    name,
    changed,
  ]),
];

function writtenIn(language: string, name: LetterKind, changed: Partial<LetterFacts> = {}) {
  const facts = factsOf(name, changed);
  return writeLetter(name, { ...facts, addressee: { ...facts.addressee, language } });
}

test.each(LANGUAGES)('no subject in %s is cut: with long names, what is asked and its due time remain', (language) => {
  const long = 'Bundesweite Zentralstelle zur Bekämpfung der Internetkriminalität und ihrer Folgen, Außenstelle Süd';
  for (const [, name, changed] of ALL) {
    const { recipient, clock, addressee } = factsOf(name, changed);
    const facts = (agency: string) =>
      factsOf(name, {
        ...changed,
        ...{ urgency: 'emergency', sendingAgency: agency, addressee: { ...addressee, language } },
        ...(recipient && { recipient: { ...recipient, name: agency } }),
        ...(clock && { clock: { ...clock, owedBy: agency } }),
      });
    const { subject } = writeLetter(name, facts(long));
    expect(subject.length).toBeLessThanOrEqual(150);
    expect(subject).toMatch(/ \[XR-2026-000123\]$/);
    const unnamed = (text: string) => text.replaceAll(/(Bundes.*?(…|Süd)|Desk)/gu, '*');
    expect(unnamed(subject)).toBe(unnamed(writeLetter(name, facts('Desk')).subject));
  }
});

describe.each([
  ['fr-BE', 'fr-FR'],
  ['de', 'de-DE'],
])('letters in %s', (language, locale) => {
  test('have a subject and a text in the language', async () => {
    const letters = ALL.map(([title, name, changed]) => {
      const { subject, text } = writtenIn(language, name, changed);
      const [main] = text.split(/\n\n(?=(Référence|Aktenzeichen)\s?: )/);
      return `=== ${title}\n${subject}\n\n${main}\n`;
    });
    await expect(letters.join('\n')).toMatchFileSnapshot(`./written/all-${locale}.txt`);
  });

  test('have every shared part in the language', async () => {
    const { subject, text } = writtenIn(language, 'new-referral');
    await expect(`Subject: ${subject}\n\n${text}`).toMatchFileSnapshot(`./written/new-referral-${locale}.txt`);
  });

  test.each(ALL)('name the language, contain one link, and lack no text: %s', (_, name, changed) => {
    const { html, text } = writtenIn(language, name, changed);
    expect(html).toContain(`<html lang="${locale}">`);
    expect(text.match(/https?:/g)).toHaveLength(1);
    const least = writeLetter(name, { ...FACTS, addressee: { ...FACTS.addressee, language } });
    expect(least.text).not.toMatch(/undefined|null|NaN|\[object| [.,]|bis[.:,]|avant le[ .:,]*$/m);
  });
});

test.each(LANGUAGES)('the own number of the reader’s agency is shown on its letters in %s', (language) => {
  for (const [, name, changed] of ALL) {
    const { text, html, subject } = writtenIn(language, name, { ...changed, ownReference: 'FI-4711\r\nBcc: x' });
    expect(text).toContain('FI-4711 Bcc: x');
    expect(html).toContain('FI-4711 Bcc: x');
    expect(subject).not.toContain('4711');
  }
});

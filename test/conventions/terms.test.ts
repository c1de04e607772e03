/** One thing has one name, on pages and in letters: terms of European police cooperation, and none of their rivals. */

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Each rival with the term that stands for it; where it means something else, by its neighbours or its key. */
const FRENCH: readonly [RegExp, string][] = [
  [/confirm\S* (la )?réception/i, 'accuser réception (2014/41, art. 16)'],
  [/réorient|réexpéd/i, 'retransmettre'],
  [/\baccord\b/i, 'consentement'],
  [/\bcompétences?\b(?! territoriale)/i, 'capacité'],
  [/\b(les|ses|comme) éléments?\b|\bdétails?\b/i, 'données de l’affaire'],
  [/\bdossiers?\b/i, 'affaire'],
  [/['\s]clos(e|es)?\b/i, 'clôturée'],
  [/\bbase (du transfert|juridique)\b/i, 'fondement'],
  [/question répondue/i, 'réponse donnée'],
  [/\bmenacé\b/i, 'à risque'],
];
const GERMAN: readonly [RegExp, string][] = [
  [/Duplikat/, 'Dublette'],
  [/Weitergabe(?! ohne Zustimmung)|Weitergegeben/, 'Weiterverweisung'],
  [/Weiterleitung|weitergeleitet|Leitweg/i, 'Zuleitung'],
  [/\bAufgaben?\b/, 'Fähigkeit'],
  [/Verwendungscode/, 'Handhabungscode'],
  [/\bBrief(e|s|en)?\b/, 'Schreiben'],
  [/Einzelheit/, 'Angaben zum Fall'],
  [/Rückzug|zurück(zu)?zieh|zurückgezogen/i, 'Rücknahme'],
  [/\bPausen?\b|\bruh(en|t|ende)\b/i, 'ausgesetzt'],
  [/^(?!\s*'?held'?:).*\bangehalten/i, 'ausgesetzt, wenn es um eine Frist geht'],
  [/\bFragen?\b/, 'Rückfrage'],
  [/(wird|für alle) geschlossen/, 'abgeschlossen'],
  [/[Gg]eschuldet/, 'obliegt'],
  [/versäumt/, 'überschritten'],
];

test.each([
  ['French', FRENCH, ['{client/i18n,activities/letters,domain/words}/fr/**/*.ts', 'activities/letters/french.ts']],
  ['German', GERMAN, ['{client/i18n,activities/letters,domain/words}/de/**/*.ts', 'activities/letters/german.ts']],
])('in %s one thing has one name', (_, rivals, places) => {
  const lines = globSync(places).flatMap((file) => {
    const texts = readFileSync(file, 'utf8').split('\n');
    return texts.map((text, n) => ({ text, at: `${file}:${n + 1}` }));
  });
  expect(lines.length).toBeGreaterThan(1000);
  const found = lines.flatMap(({ text, at }) =>
    rivals.flatMap(([rival, term]) => (rival.test(text) ? [`${at}: say "${term}" for ${rival.exec(text)?.[0]}`] : [])),
  );
  expect(found).toEqual([]);
});

test('French is written with its own apostrophe on pages', () => {
  const straight = globSync('client/i18n/fr/**/*.ts').filter((file) => /\p{L}'\p{L}/u.test(readFileSync(file, 'utf8')));
  expect(straight).toEqual([]);
});

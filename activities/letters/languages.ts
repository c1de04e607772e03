/** The languages that letters are written in. */

import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import type { Language } from './language.ts';

/** By ISO 639-1 code; who reads none of these gets English. */
const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ['en', english],
  ['fr', french],
  ['de', german],
]);

/** `code` may name a region too: `fr-BE`. */
export function languageFor(code: string): Language {
  return LANGUAGES.get(code.slice(0, 2).toLowerCase()) ?? english;
}

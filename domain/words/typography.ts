/** Spacing rules of each language, applied once to texts that are written with ordinary spaces. */

import type { Language } from './languages.ts';

const NARROW_NO_BREAK_SPACE = '\u202f';

const RULES: Record<Language, readonly RegExp[]> = {
  en: [],
  // Lexique des règles typographiques en usage à l'Imprimerie nationale: before : ; ? ! % » and after «.
  fr: [/ (?=[:;?!%»])/g, /(?<=«) /g],
  // DIN 5008: between a number and its percent sign.
  de: [/ (?=%)/g],
};

/** `text` with narrow no-break spaces (U+202F) where the language requires them. */
export function typeset(text: string, language: Language): string {
  return RULES[language].reduce((done, space) => done.replace(space, NARROW_NO_BREAK_SPACE), text);
}

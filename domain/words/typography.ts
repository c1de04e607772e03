/** Spacing rules of each language, applied once to texts that are written with ordinary spaces. */

import type { Language } from './languages.ts';

const NARROW_NO_BREAK_SPACE = '\u202f';

/** For texts that no translation contains. */
export const SEMICOLON: Record<Language, string> = { en: ';', fr: `${NARROW_NO_BREAK_SPACE};`, de: ';' };

const RULES: Record<Language, readonly RegExp[]> = {
  en: [],
  // Lexique des règles typographiques en usage à l'Imprimerie nationale: before : ; ? ! % », after «, and in 10 000.
  fr: [/ (?=[:;?!%»])/g, /(?<=«) /g, /(?<=\d) (?=\d{3}(?!\d))/g],
  // DIN 5008: between a number and its percent sign, and in `Art. 5 Abs. 2`.
  de: [/ (?=%)/g, /(?<=\b(?:Art|Abs)\.) (?=\d)/g, /(?<=\d) (?=Abs\.)/g],
};

/** `text` with narrow no-break spaces (U+202F) where the language requires them. */
export function typeset(text: string, language: Language): string {
  return RULES[language].reduce((done, space) => done.replace(space, NARROW_NO_BREAK_SPACE), text);
}

/** A date of Intl as the language writes it: in French, the first day of a month is `1er`. */
export function typesetDate(date: string, language: Language): string {
  return language === 'fr' ? date.replace(/(?<!\d)1 (?=\p{Ll})/u, '1er ') : date;
}

/** French `de` with a name: `d’Europol`. Before H it is not shortened, because the H may be aspirated. */
export function withFrenchDe(name: string): string {
  return /^[aàâeéèêëiîïoôöuùûüœæ]/iu.test(name) ? `d’${name}` : `de ${name}`;
}

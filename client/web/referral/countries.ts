/** Every country there is to choose from, by name in the reader's language. */

import type { Country } from '../../../domain/vocabulary.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { countryName } from '../../i18n/countries.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Names that the CLDR has for what is no country of ISO 3166-1: groups, outlying places, codes for tests. */
const NO_COUNTRIES = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));

const COUNTRIES: readonly Country[] = LETTERS.flatMap((one) => LETTERS.map((other) => one + other)).filter(isCountry);

const known = new Map<Language, readonly { value: Country; label: string }[]>();

export function countryOptions(language: Language): readonly { value: Country; label: string }[] {
  const options = known.get(language) ?? optionsIn(language);
  known.set(language, options);
  return options;
}

function optionsIn(language: Language) {
  const options = COUNTRIES.map((value) => ({ value, label: countryName(language, value) }));
  return options.sort((one, other) => one.label.localeCompare(other.label, language));
}

/** A code that was given up leads to another one. */
function isCountry(code: string): boolean {
  if (NO_COUNTRIES.has(code) || countryName('en', code) === code) return false;
  return new Intl.Locale(`und-${code}`).region === code;
}

/** Countries and languages by name, in the reader's language; the names are those of the Unicode CLDR. */

import { COUNTRIES } from '../../domain/countries.ts';
import type { Country } from '../../domain/vocabulary.ts';
import { LANGUAGES, type Language } from '../../domain/words/languages.ts';

/** The code itself where there is no such country, as with `XR` for an international organisation. */
export function countryName(language: Language, code: Country): string {
  return nameOf('region', language, code);
}

/** Of an ISO 639-1 code: `Finnish`. */
export function languageName(language: Language, code: string): string {
  return nameOf('language', language, code);
}

/** The code of a country by code or by name, in any language of the texts; case does not matter. */
export function countryCodeOf(text: string): Country | undefined {
  const wanted = text.trim().toLocaleLowerCase();
  return COUNTRIES.find(
    (code) =>
      code.toLocaleLowerCase() === wanted ||
      LANGUAGES.some((language) => countryName(language, code).toLocaleLowerCase() === wanted),
  );
}

const names = new Map<string, Intl.DisplayNames>();

function nameOf(type: 'region' | 'language', language: Language, code: string): string {
  const key = `${type}/${language}`;
  const known = names.get(key) ?? new Intl.DisplayNames([language], { type, fallback: 'code' });
  names.set(key, known);
  try {
    return known.of(code) ?? code;
  } catch {
    // This is not a country code, so it is shown unchanged.
    return code;
  }
}

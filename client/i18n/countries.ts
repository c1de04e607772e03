/** Countries and languages by name, in the reader's language; the names are those of the Unicode CLDR. */

import type { Country } from '../../domain/vocabulary.ts';
import type { Language } from '../../domain/words/languages.ts';

/** The code itself where there is no such country, as with `XR` for an international organisation. */
export function countryName(language: Language, code: Country): string {
  return nameOf('region', language, code);
}

/** Of an ISO 639-1 code: `Finnish`. */
export function languageName(language: Language, code: string): string {
  return nameOf('language', language, code);
}

const names = new Map<string, Intl.DisplayNames>();

function nameOf(type: 'region' | 'language', language: Language, code: string): string {
  const key = `${type}/${language}`;
  const known = names.get(key) ?? new Intl.DisplayNames([language], { type, fallback: 'code' });
  names.set(key, known);
  try {
    return known.of(code) ?? code;
  } catch {
    // Not of the form of a code: it stands as it is.
    return code;
  }
}

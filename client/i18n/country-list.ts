/** The countries that a form offers, and the country that a typed name or code stands for. */

import { COUNTRIES } from '../../domain/countries.ts';
import type { Country } from '../../domain/vocabulary.ts';
import { LANGUAGES, type Language } from '../../domain/words/languages.ts';
import { countryName } from './countries.ts';

interface CountryOption {
  value: Country;
  label: string;
}

const optionsByLanguage = new Map<Language, readonly CountryOption[]>();

/** Every country, in the alphabetical order of the language. */
export function countryOptions(language: Language): readonly CountryOption[] {
  const options = optionsByLanguage.get(language) ?? sortedOptions(language);
  optionsByLanguage.set(language, options);
  return options;
}

function sortedOptions(language: Language): CountryOption[] {
  const options = COUNTRIES.map((value) => ({ value, label: countryName(language, value) }));
  return options.sort((one, other) => one.label.localeCompare(other.label, language));
}

/** The name with the code, for example `Denmark (DK)`: what the list of a text field offers. */
export function countryLabel(language: Language, code: Country): string {
  return `${countryName(language, code)} (${code})`;
}

/**
 * The country with this code, name or label, compared without regard to case, accents and punctuation. Names count in
 * every language of the pages. Undefined if no country or more than one matches: a guess would send a case elsewhere.
 */
export function findCountry(text: string): Country | undefined {
  const [country, ...others] = countriesByName.get(simplified(text)) ?? [];
  return others.length === 0 ? country : undefined;
}

/** At most three countries that the text may have been meant for, the most similar first. */
export function similarCountries(text: string): Country[] {
  const typed = simplified(text);
  const scores = new Map<Country, number>();
  for (const [name, countries] of [...countriesByName, ...countriesByShortName]) {
    const score = similarity(typed, name);
    for (const country of countries) scores.set(country, Math.max(score, scores.get(country) ?? 0));
  }
  const most = Math.max(LEAST_SIMILARITY, Math.max(...scores.values()) - NEXT_BEST);
  const similar = [...scores].filter(([, score]) => score >= most).sort(([, one], [, other]) => other - one);
  return similar.slice(0, 3).map(([country]) => country);
}

const LEAST_SIMILARITY = 0.5;
/** How much less similar than the most similar name another one may be. */
const NEXT_BEST = 0.25;

/** From 0 to 1: how one name begins, or else the Dice coefficient of their pairs of letters. */
function similarity(typed: string, name: string): number {
  if (typed === name) return 1;
  if (typed.length >= 3 && name.startsWith(typed)) return 0.9;
  const [ours, theirs] = [pairs(typed), pairs(name)];
  const shared = [...ours].filter((pair) => theirs.has(pair)).length;
  const dice = (2 * shared) / (ours.size + theirs.size || 1);
  return typed.length > 5 && name.startsWith(typed.slice(0, 5)) ? Math.max(dice, 0.6) : dice;
}

function pairs(text: string): ReadonlySet<string> {
  return new Set([...text].slice(1).map((letter, n) => `${text[n]}${letter}`));
}

/** "Bosnia & Herzegovina", "Bosnia and Herzegovina" and "BOSNIA-HERZEGOVINA" are one name. */
function simplified(text: string): string {
  const letters = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  const parts = letters.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  // A text of one part is a name or a code: ET is Ethiopia.
  return parts.filter((part) => parts.length === 1 || !JOINING_WORDS.has(part)).join(' ');
}

const JOINING_WORDS = new Set(['and', 'et', 'und', 'the']);

const countriesByName = byName((language, code) => [code, countryName(language, code), countryLabel(language, code)]);

/** Short names such as "UK" and "USA" are suggested only: as codes they are not those of ISO 3166-1. */
const countriesByShortName = byName((language, code) => {
  const short = new Intl.DisplayNames([language], { type: 'region', style: 'short' });
  return [short.of(code) ?? code];
});

function byName(namesOf: (language: Language, code: Country) => readonly string[]) {
  const countries = new Map<string, ReadonlySet<Country>>();
  for (const language of LANGUAGES) {
    for (const code of COUNTRIES) {
      for (const name of namesOf(language, code).map(simplified)) {
        countries.set(name, new Set([...(countries.get(name) ?? []), code]));
      }
    }
  }
  return countries;
}

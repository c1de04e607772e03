/** What people read, in their language: every text has a key, and a key that does not exist does not compile. */

import { createInstance, type FormatterModule } from 'i18next';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { figure } from './numbers.ts';

export const LANGUAGES = ['en', 'fr', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `namespace:path.to.text`; of a text with plural forms without `_one` and `_other`. */
export type Key = { [N in Namespace]: `${N}:${Path<English[N]>}` }[Namespace];

/** Puts a key's text into words; `count` chooses the plural, numbers are as the language writes them. Pages escape all. */
export type Words = (key: Key, facts?: Readonly<Record<string, string | number>>) => string;

type English = typeof english;
type Namespace = keyof English & string;
type Path<T> = { [K in keyof T & string]: T[K] extends string ? Singular<K> : `${K}.${Path<T[K]>}` }[keyof T & string];
type Singular<K extends string> = K extends `${infer Stem}_${'one' | 'other'}` ? Stem : K;

const numbers: FormatterModule = {
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: (value, _, language = 'en') => (typeof value === 'number' ? figure(value, language, 2) : value),
};

const texts = createInstance().use(numbers);
await texts.init({
  lng: 'en',
  fallbackLng: false,
  resources: { en: english, fr: french, de: german },
  ns: Object.keys(english),
  interpolation: { escapeValue: false, alwaysFormat: true },
});

export function wordsFor(language: Language): Words {
  const say = texts.getFixedT(language);
  return (key, facts = {}) => say(key, facts);
}

export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** The first language of an Accept-Language header (RFC 9110, 12.5.4) that we speak; English else. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '').slice(0, 200).split(',');
  const primary = wanted.map((each) => each.trim().slice(0, 2).toLowerCase());
  return primary.find(isLanguage) ?? 'en';
}

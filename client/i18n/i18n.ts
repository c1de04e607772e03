/** The texts of pages in every language. Each text has a key, and a key that does not exist does not compile. */

import { createInstance, type FormatterModule } from 'i18next';
import { LANGUAGES, type Language } from '../../domain/words/languages.ts';
import { typeset, withFrenchDe } from '../../domain/words/typography.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { formatNumber } from './numbers.ts';
import type { Texts } from './texts.ts';

/** `namespace:path.to.text`; of a text with plural forms without `_one` and `_other`. */
export type Key = { [N in Namespace]: `${N}:${Path<English[N]>}` }[Namespace];

/** The text of a key with `facts` filled in. `count` chooses the plural form; nothing is escaped for HTML. */
export type Translate = (key: Key, facts?: Readonly<Record<string, string | number>>) => string;

type English = typeof english;
type Namespace = keyof English & string;
type Path<T> = { [K in keyof T & string]: T[K] extends string ? Singular<K> : `${K}.${Path<T[K]>}` }[keyof T & string];
type Singular<K extends string> = K extends `${infer Stem}_${'one' | 'other'}` ? Stem : K;

const ALL: Record<Language, Texts<English>> = { en: english, fr: french, de: german };

/** Every text with the spacing of its language. */
const resources = Object.fromEntries(LANGUAGES.map((language) => [language, spaced(ALL[language], language)]));

const numbers: FormatterModule = {
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: (value, _, language = 'en') => (typeof value === 'number' ? formatNumber(value, language, 2) : value),
};

const texts = createInstance().use(numbers);
await texts.init({
  lng: 'en',
  fallbackLng: false,
  resources,
  ns: Object.keys(english),
  interpolation: { escapeValue: false, alwaysFormat: true },
});

const translators = new Map<Language, Translate>();

/** Returns the translation function of a language. */
export function translatorFor(language: Language): Translate {
  const translate = translators.get(language) ?? translatorWithCache(language);
  translators.set(language, translate);
  return translate;
}

/**
 * i18next takes up to 10 µs for a text, and a list has a thousand. A text without facts is always the same, and one without a
 * plural form is looked up once.
 */
function translatorWithCache(language: Language): Translate {
  const translate = texts.getFixedT(language);
  const known = new Map<Key, string>();
  const textOf = (key: Key) => {
    const text = known.get(key) ?? translate(key, { skipInterpolation: true });
    known.set(key, text);
    return text;
  };
  return (key, facts = {}) =>
    'count' in facts ? translate(key, facts) : (withFacts(textOf(key), facts, language) ?? translate(key, facts));
}

/** Undefined if a fact is missing: i18next then says so. */
function withFacts(text: string, facts: Readonly<Record<string, string | number>>, language: Language) {
  let isComplete = true;
  const filled = text.replace(/(\bde )?{{(.+?)}}/g, (_, de: string | undefined, name: string) => {
    const fact = facts[name];
    isComplete &&= fact !== undefined;
    const written = typeof fact === 'number' ? formatNumber(fact, language, 2) : String(fact);
    if (de === undefined) return written;
    return language === 'fr' ? withFrenchDe(written) : `${de}${written}`;
  });
  return isComplete ? filled : undefined;
}

interface Tree {
  readonly [key: string]: string | Tree;
}

function spaced(tree: Tree, language: Language): Record<string, string | Tree> {
  const entries = Object.entries(tree).map(([key, text]): [string, string | Tree] => [
    key,
    typeof text === 'string' ? typeset(text, language) : spaced(text, language),
  ]);
  return Object.fromEntries(entries);
}

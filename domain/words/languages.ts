/** The languages of pages and letters. To add one, start here: the compiler then names each table that lacks it. */

export const LANGUAGES = ['en', 'fr', 'de'] as const;
/** ISO 639-1. */
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', fr: 'Français', de: 'Deutsch' };

/** BCP 47: for dates and numbers, and for `lang` of a letter. */
export const LOCALES: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR', de: 'de-DE' };

export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** The language of a code that may name a region, such as `fr-BE`; English if there are no texts in that language. */
export function languageOfCode(code: string): Language {
  const primary = code.slice(0, 2).toLowerCase();
  return isLanguage(primary) ? primary : 'en';
}

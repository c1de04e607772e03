/** Every country as an option of a select list, sorted by its name in the reader's language. */

import { COUNTRIES } from '../../../domain/countries.ts';
import type { Country } from '../../../domain/vocabulary.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { countryName } from '../../i18n/countries.ts';

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

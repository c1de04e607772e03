/** The name of a row of Performance: an agency, a country, a kind, an urgency or a month. */

import { KINDS, URGENCIES } from '../../../domain/vocabulary.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { countryName } from '../../i18n/countries.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import type { Dimension } from '../../queries/performance.ts';
import { monthName } from './months.ts';

/** The name of a group of Performance. */
export function nameOfKey(by: Dimension, key: string, names: Names, language: Language, t: Translate): string {
  switch (by) {
    case 'agency':
      return names.agency(key);
    case 'country':
      return countryName(language, key);
    case 'kind': {
      const kind = KINDS.find((each) => each === key);
      return kind ? t(`codes:kind.${kind}`) : key;
    }
    case 'urgency': {
      const urgency = URGENCIES.find((each) => each === key);
      return urgency ? t(`codes:urgency.${urgency}`) : key;
    }
    case 'month':
      return monthName(`${key}-01`, language);
  }
}

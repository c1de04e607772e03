/** What a row of performance is about, in words: an agency, a country, a kind, an urgency or a month. */

import { KINDS, URGENCIES } from '../../../domain/vocabulary.ts';
import type { Dimension } from '../../desk/performance.ts';
import type { Names } from '../../tell.ts';
import { countryName } from '../../words/countries.ts';
import type { Language, Words } from '../../words/words.ts';
import { monthName } from './months.ts';

export function nameOfKey(by: Dimension, key: string, names: Names, language: Language, words: Words): string {
  switch (by) {
    case 'agency':
      return names.agency(key);
    case 'country':
      return countryName(language, key);
    case 'kind': {
      const kind = KINDS.find((each) => each === key);
      return kind ? words(`codes:kind.${kind}`) : key;
    }
    case 'urgency': {
      const urgency = URGENCIES.find((each) => each === key);
      return urgency ? words(`codes:urgency.${urgency}`) : key;
    }
    case 'month':
      return monthName(`${key}-01`, language);
  }
}

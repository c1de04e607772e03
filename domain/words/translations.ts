/** The vocabulary in every language, for pages and letters alike. */

import { caseWords as caseInGerman } from './de/case.ts';
import { clockWords as clocksInGerman } from './de/clocks.ts';
import { processWords as processInGerman } from './de/process.ts';
import { routingWords as routingInGerman } from './de/routing.ts';
import { caseWords as caseInEnglish } from './en/case.ts';
import { clockWords as clocksInEnglish } from './en/clocks.ts';
import { processWords as processInEnglish } from './en/process.ts';
import { routingWords as routingInEnglish } from './en/routing.ts';
import { caseWords as caseInFrench } from './fr/case.ts';
import { clockWords as clocksInFrench } from './fr/clocks.ts';
import { processWords as processInFrench } from './fr/process.ts';
import { routingWords as routingInFrench } from './fr/routing.ts';
import type { Language } from './languages.ts';
import type { CaseWords, ClockWords, ProcessWords, RoutingWords } from './vocabulary-words.ts';

export const TRANSLATIONS: Record<Language, CaseWords & ClockWords & ProcessWords & RoutingWords> = {
  en: { ...caseInEnglish, ...clocksInEnglish, ...processInEnglish, ...routingInEnglish },
  fr: { ...caseInFrench, ...clocksInFrench, ...processInFrench, ...routingInFrench },
  de: { ...caseInGerman, ...clocksInGerman, ...processInGerman, ...routingInGerman },
};

/** The vocabulary in every language, for pages and letters alike. */

import { caseWords as caseInGerman } from './de/case.ts';
import { processWords as processInGerman } from './de/process.ts';
import { caseWords as caseInEnglish } from './en/case.ts';
import { processWords as processInEnglish } from './en/process.ts';
import { caseWords as caseInFrench } from './fr/case.ts';
import { processWords as processInFrench } from './fr/process.ts';
import type { Language } from './languages.ts';
import type { CaseWords, ProcessWords } from './vocabulary-words.ts';

export const TRANSLATIONS: Record<Language, CaseWords & ProcessWords> = {
  en: { ...caseInEnglish, ...processInEnglish },
  fr: { ...caseInFrench, ...processInFrench },
  de: { ...caseInGerman, ...processInGerman },
};

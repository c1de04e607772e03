/** A refusal in the reader's language: what was refused, what it is about, what to do. */

import type { ErrorFacts, ReferralError } from '../../domain/errors.ts';
import type { Language } from '../../domain/words/languages.ts';
import { type Words, wordsFor } from './i18n.ts';

/** Names the field if the page cannot link to it. */
export type RefusalFacts = ErrorFacts & { field?: string | undefined };

export function refusalText({ code, message }: ReferralError, about: RefusalFacts, language: Language): string {
  // The English message of the error is more specific than the text of its code.
  if (language === 'en') return message;
  const words = wordsFor(language);
  return [`${words(`codes:error.${code}`)}.`, ...factSentences(words, about), words(`codes:remedy.${code}`)].join(' ');
}

/** A sentence for each thing that is known of it. */
export function factSentences(words: Words, { reference, max, field }: RefusalFacts): string[] {
  return [
    ...(reference === undefined ? [] : [words('codes:about.reference', { reference })]),
    ...(max === undefined ? [] : [words('codes:about.max', { max })]),
    ...(field ? [words('codes:about.field', { field })] : []),
  ];
}

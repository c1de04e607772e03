/** A refusal in the reader's language: what was refused, what it is about, what to do. */

import type { ErrorFacts, ReferralError } from '../../domain/errors.ts';
import { type Language, type Words, wordsFor } from './i18n.ts';

/** The field is said where the page cannot lead to it. */
export type About = ErrorFacts & { field?: string | undefined };

export function tellRefusal({ code, message }: ReferralError, about: About, language: Language): string {
  // What was said in English names more than the words of its code can.
  if (language === 'en') return message;
  const words = wordsFor(language);
  return [`${words(`codes:error.${code}`)}.`, ...aboutIn(words, about), words(`codes:remedy.${code}`)].join(' ');
}

/** A sentence for each thing that is known of it. */
export function aboutIn(words: Words, { reference, max, field }: About): string[] {
  return [
    ...(reference === undefined ? [] : [words('codes:about.reference', { reference })]),
    ...(max === undefined ? [] : [words('codes:about.max', { max })]),
    ...(field ? [words('codes:about.field', { field })] : []),
  ];
}

/** A refusal in the reader's language: what was refused, what it is about, what to do. */

import type { ErrorFacts, ReferralError } from '../../domain/errors.ts';
import type { Language } from '../../domain/words/languages.ts';
import { type Translate, translatorFor } from './i18n.ts';

/** Names the field if the page cannot link to it. */
export type RefusalFacts = ErrorFacts & { field?: string | undefined };

/** The message of a refusal in a language. */
export function refusalText({ code, message }: ReferralError, about: RefusalFacts, language: Language): string {
  // The English message of the error is more specific than the text of its code.
  if (language === 'en') return message;
  const t = translatorFor(language);
  return [`${t(`codes:error.${code}`)}.`, ...factSentences(t, about), t(`codes:remedy.${code}`)].join(' ');
}

/** A sentence for each thing that is known of it. */
export function factSentences(t: Translate, { reference, max, differing, field }: RefusalFacts): string[] {
  return [
    ...(reference === undefined ? [] : [t('codes:about.reference', { reference })]),
    ...(max === undefined ? [] : [t('codes:about.max', { max })]),
    ...(differing ? [t('codes:about.differing', { differing: differing.join(', ') })] : []),
    ...(field ? [t('codes:about.field', { field })] : []),
  ];
}

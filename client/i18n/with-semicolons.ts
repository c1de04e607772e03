/** Texts on one line, separated as the language separates them. */

import type { Translate } from './i18n.ts';

/** `Late; recalled`; in French with a space before the semicolon. */
export function withSemicolons(texts: readonly string[], t: Translate): string {
  const [start = '', ...others] = texts;
  return others.reduce((first, second) => t('documents:marks', { first, second }), start);
}

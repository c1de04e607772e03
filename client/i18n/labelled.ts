/** A text with its label. */

import type { Translate } from './i18n.ts';

/** `Due: tomorrow`; in French with a space before the colon. */
export function labelled(t: Translate, label: string, value: string): string {
  return t('everywhere:labelled', { label, value });
}

/** A text that begins a line. */

import type { Language } from '../../domain/words/languages.ts';

/** `acknowledge the referral` becomes `Acknowledge the referral`. */
export function capitalised(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

/** What the form of an extension offers, and what it says about each deadline. */

import type { Clock } from '../../../domain/referral.ts';
import { EXTENSION_REASONS, type ExtensionReason } from '../../../domain/vocabulary.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { withSemicolons } from '../../i18n/with-semicolons.ts';

type Extensible = Pick<Clock, 'extension' | 'unit'>;

/** The reasons that at least one of the deadlines accepts. */
export function acceptedReasons(clocks: readonly Extensible[]): ExtensionReason[] {
  return EXTENSION_REASONS.filter((reason) =>
    clocks.some(({ extension: { reasons = EXTENSION_REASONS } }) => reasons.includes(reason)),
  );
}

/** `at most 30 days; only for: Judicial authorisation is needed`. */
export function extensionHint({ extension: { max, reasons }, unit }: Extensible, t: Translate): string {
  const most = t('referral:field.extension', { max: t(`timeline:span.${unit}`, { count: max }) });
  if (reasons === undefined) return most;
  return withSemicolons([most, reasonsText(reasons, t)], t);
}

/** `only for: Judicial authorisation is needed`. */
export function reasonsText(reasons: readonly ExtensionReason[], t: Translate): string {
  const words = reasons.map((reason) => t(`codes:extensionReason.${reason}`));
  return t('computation:extension-only', { reasons: words.join(', ') });
}

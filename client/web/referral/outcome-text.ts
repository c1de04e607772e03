/** A reported outcome as text, with its reason if it was read, and whether it is interim or a correction. */

import type { ReasonedOutcome } from '../../../domain/closure-summary.ts';
import type { Translate } from '../../i18n/i18n.ts';

/** For example "Not actionable (correction, No location)". */
export function outcomeText({ outcome, final, corrects, because }: ReasonedOutcome, t: Translate): string {
  const notes = [
    ...(corrects ? [t('referral:correction')] : []),
    ...(final ? [] : [t('referral:interim')]),
    ...(because ? [t(`codes:notActionableReason.${because}`)] : []),
  ];
  const text = t(`codes:outcome.${outcome}`);
  return notes.length === 0 ? text : `${text} (${notes.join(', ')})`;
}

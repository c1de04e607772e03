/** What a deadline is about, and the numbers by which people know questions and translations. */

import type { ClockSubject } from '../../../domain/events.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { numberOf } from '../../i18n/render-sentence.ts';

/** The name of a contact point, `Question 1` or `Translation 1`; empty for the referral itself. */
export function subjectName(subject: ClockSubject, recipient: (id: string) => string, t: Translate): string {
  switch (subject.of) {
    case 'referral':
      return '';
    case 'recipient':
      return recipient(subject.recipientId);
    case 'question':
      return questionName(subject.questionId, t);
    case 'translation':
      return translationName(subject.translationId, t);
  }
}

/** `Question 1` for `q1`. */
export function questionName(id: string, t: Translate): string {
  return t('referral:question', { id: numberOf(id) });
}

/** `Translation 1` for `t1`. */
export function translationName(id: string, t: Translate): string {
  return t('clarification:translation', { id: numberOf(id) });
}

/** What is wrong with a value in the form of an act, and what to enter instead. */

import type { z } from 'zod';
import type { Key, Translate } from '../../i18n/i18n.ts';
import type { ActFormField } from './act-form-fields.ts';

/** What to enter or select, by the label of the field: a label stands for one kind of value. */
const ERRORS: ReadonlyMap<Key, Key> = new Map<Key, Key>([
  ['referral:field.reason', 'errors:reason'],
  ['referral:field.note', 'errors:note'],
  ['referral:field.own-reference', 'errors:own-reference'],
  ['referral:field.other', 'errors:other'],
  ['referral:field.point', 'errors:point'],
  ['referral:field.points', 'errors:point'],
  ['referral:field.colleague', 'errors:colleague'],
  ['done:taking-back.act', 'errors:act'],
  ['referral:field.question', 'errors:question'],
  ['referral:field.answer', 'errors:answer'],
  ['clarification:field.needed-language', 'errors:language'],
  ['clarification:field.answer-language', 'errors:language'],
  ['clarification:field.of', 'errors:translator'],
  ['clarification:field.languages', 'errors:language'],
  ['clarification:field.to-translate', 'errors:requested'],
  ['clarification:field.translation-language', 'errors:language'],
  ['clarification:field.translation', 'errors:translation'],
  ['clarification:field.requested-by', 'errors:requested-by'],
  ['clarification:field.requested-of', 'errors:requested-of'],
  ['clarification:field.requested-at', 'errors:moment'],
  ['clarification:field.requested', 'errors:requested'],
  ['clarification:field.confirmation', 'errors:confirmation'],
  ['clarification:field.preserved', 'errors:preserved'],
  ['clarification:field.production', 'errors:production'],
  ['referral:field.ground', 'errors:ground'],
  ['referral:field.decline-ground', 'errors:ground'],
  ['referral:field.urgency', 'errors:urgency'],
  ['referral:field.urgency-grounds', 'errors:ground'],
  ['referral:field.capability', 'intake:capability.error'],
  ['referral:field.countries', 'errors:country'],
  ['everywhere:column.country', 'errors:country'],
  ['referral:field.clock', 'errors:deadline'],
  ['referral:field.amount', 'errors:amount'],
  ['referral:field.hash-limit', 'errors:amount'],
  ['referral:field.extension-reason', 'errors:ground'],
  ['referral:field.estimate', 'errors:moment'],
  ['referral:field.until', 'errors:moment'],
  ['referral:field.extend-reason', 'errors:reason'],
  ['referral:field.outcome', 'errors:outcome'],
  ['referral:field.correct-outcome', 'errors:outcome'],
  ['referral:field.because', 'errors:ground'],
  ['referral:field.link', 'errors:link'],
]);

/** What to enter or select in the field; undefined if every value of its form is valid. */
export function errorOf({ label }: Pick<ActFormField, 'label'>): Key | undefined {
  return ERRORS.get(label);
}

/** The message of a fault. A value that is too long or too high names the limit. */
export function actFaultMessage(issue: z.core.$ZodIssue, field: ActFormField | undefined, t: Translate): string {
  if (field === undefined) return t('everywhere:field.check');
  const label = t(field.label);
  if (issue.code === 'too_big') {
    const max = Number(issue.maximum);
    return t(issue.origin === 'string' ? 'intake:error.too-long' : 'intake:error.too-many', { label, max });
  }
  const error = errorOf(field);
  return error ? t(error) : t('everywhere:labelled', { label, value: t('everywhere:field.check') });
}

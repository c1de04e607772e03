/** The events that can move a clock, each with its subject: the referral, one recipient, or one question. */

import type { ClockSubject, EventOf, EventType, ReferralEvent } from '../events.ts';
import { type Clock, hasExpired, type Referral } from '../referral.ts';
import type { Instant } from '../vocabulary.ts';

/** Events about clocks and letters move no clock. */
export type Trigger = Exclude<EventType, `clock-${string}` | `letters-${string}`>;
/** What a clock belongs to: the referral, a recipient, a question or a translation. */
export type ClockScope = ClockSubject['of'];

type ScopeOf<E> = E extends { questionId: string }
  ? 'question'
  : E extends { translationId: string }
    ? 'translation'
    : E extends { recipientId: string }
      ? 'recipient'
      : 'referral';

/** Complete by type: a new event does not compile until it is added here. */
const SCOPES: { readonly [T in Trigger]: ScopeOf<EventOf<T>> } = {
  submitted: 'referral',
  'reference-allotted': 'referral',
  'possible-duplicate-found': 'referral',
  supplemented: 'referral',
  'handler-assigned': 'referral',
  'own-reference-set': 'referral',
  'note-added': 'referral',
  'assignment-taken-back': 'referral',
  'triage-taken-back': 'referral',
  'closure-proposal-taken-back': 'referral',
  'duplicate-taken-back': 'referral',
  'question-asked': 'question',
  'question-answered': 'question',
  'question-expired': 'question',
  'translation-asked': 'translation',
  'translation-delivered': 'translation',
  'translation-expired': 'translation',
  'oral-request-recorded': 'referral',
  'oral-request-confirmed': 'referral',
  'information-awaited': 'referral',
  'intake-resumed': 'referral',
  'triage-proposed': 'referral',
  triaged: 'referral',
  'triage-reopened': 'referral',
  routed: 'referral',
  'country-added': 'referral',
  'recipient-assigned': 'referral',
  'recipient-opened': 'recipient',
  referred: 'referral',
  held: 'referral',
  delivered: 'recipient',
  'delivery-failed': 'recipient',
  acknowledged: 'recipient',
  accepted: 'recipient',
  declined: 'recipient',
  'went-unresponsive': 'recipient',
  'replacement-due': 'recipient',
  'replacement-awaits-supervisor': 'recipient',
  'extension-granted': 'recipient',
  'interim-outcome-reported': 'recipient',
  'outcome-reported': 'recipient',
  'outcome-corrected': 'recipient',
  recalled: 'recipient',
  'preservation-reported': 'recipient',
  'production-confirmed': 'recipient',
  'preservation-ended': 'recipient',
  'lead-set': 'recipient',
  'recall-confirmed': 'recipient',
  'onward-consent-asked': 'recipient',
  'onward-consented': 'recipient',
  'onward-refused': 'recipient',
  'onward-lapsed': 'recipient',
  'referred-onward': 'recipient',
  'withdrawal-requested': 'referral',
  'closure-proposed': 'referral',
  'closure-returned': 'referral',
  closed: 'referral',
  reopened: 'referral',
  linked: 'referral',
  'hash-limit-raised': 'referral',
  'sender-disabled': 'referral',
  'sender-enabled': 'referral',
  'erasure-ordered': 'referral',
  'retention-review-asked': 'referral',
  retained: 'referral',
  'legal-hold-placed': 'referral',
  'legal-hold-lifted': 'referral',
  erased: 'referral',
  'erasure-confirmed': 'recipient',
};

/** Whether the value names an event that can start or stop clocks. */
export function isTrigger(value: unknown): value is Trigger {
  return typeof value === 'string' && Object.hasOwn(SCOPES, value);
}

/** What the clocks of a trigger belong to. */
export function scopeOf(trigger: Trigger): ClockScope {
  return SCOPES[trigger];
}

/** The subject of an event. */
export function subjectOf(event: ReferralEvent): ClockSubject {
  if ('questionId' in event) return { of: 'question', questionId: event.questionId };
  if ('translationId' in event) {
    const { translationId } = event;
    return { of: 'translation', translationId, ...('of' in event && { asked: event.of }) };
  }
  if ('recipientId' in event) return { of: 'recipient', recipientId: event.recipientId };
  return { of: 'referral' };
}

/** The recipient whose clock it is: the one that the clock is about, or that must translate. */
export function recipientOfClock(subject: ClockSubject): string | undefined {
  if (subject.of === 'recipient') return subject.recipientId;
  return subject.of === 'translation' && subject.asked?.kind === 'recipient' ? subject.asked.recipientId : undefined;
}

/** The recipient that a clock is about, or that asked its question or for its translation. */
export function recipientConcerned(
  subject: ClockSubject,
  { questions, translations = [] }: Pick<Referral, 'questions' | 'translations'>,
): string | undefined {
  const asker =
    subject.of === 'question'
      ? questions.find(({ id }) => id === subject.questionId)?.asker
      : translations.find(({ id }) => subject.of === 'translation' && id === subject.translationId)?.asker;
  return recipientOfClock(subject) ?? (asker?.kind === 'recipient' ? asker.recipientId : undefined);
}

/** Whether two clocks belong to the same recipient, question, translation or referral. */
export function isSameSubject(one: ClockSubject, other: ClockSubject): boolean {
  switch (one.of) {
    case 'referral':
      return other.of === 'referral';
    case 'recipient':
      return other.of === 'recipient' && other.recipientId === one.recipientId;
    case 'question':
      return other.of === 'question' && other.questionId === one.questionId;
    case 'translation':
      return other.of === 'translation' && other.translationId === one.translationId;
  }
}

/** The clock of that name that started last for the recipient. Undefined if there is none. */
export function clockOfRecipient(
  clocks: readonly Clock[],
  name: Clock['name'],
  recipientId: string,
): Clock | undefined {
  return clocks.findLast(
    (clock) => clock.name === name && isSameSubject(clock.subject, { of: 'recipient', recipientId }),
  );
}

/** Whether a clock about the subject has expired. */
export function isSubjectOverdue(clocks: readonly Clock[], subject: ClockSubject, now: Instant): boolean {
  return clocks.some((clock) => isSameSubject(clock.subject, subject) && hasExpired(clock, now));
}

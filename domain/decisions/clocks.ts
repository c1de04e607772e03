/** Decides the events of a warning and of an expiry. `duty.ts` finds out when one is due. */

import type { ActOf } from '../acts.ts';
import type { ClockUnit } from '../clocks/counting.ts';
import { ReferralError } from '../errors.ts';
import type { ReferralEvent } from '../events.ts';
import { intake, unanswered } from '../lifecycle/row.ts';
import type { Clock, Referral } from '../referral.ts';
import { translationsOf } from '../translation.ts';
import type { Instant } from '../vocabulary.ts';
import type { DecisionContext } from './decision-context.ts';
import { tacitConsent } from './onward.ts';
import { decisionByRule } from './triage.ts';

export function warnClock(act: ActOf<'warn-clock'>, { referral, now }: DecisionContext): ReferralEvent[] {
  const clock = runningClock(referral, act.clockId);
  const [next] = clock.warnings;
  if (next === undefined || next.at > now)
    throw new ReferralError('WRONG_STATUS', 'No warning of this deadline is due.');
  return [{ type: 'clock-warned', clockId: clock.id, fraction: next.fraction }];
}

export function expireClock(act: ActOf<'expire-clock'>, { referral, now }: DecisionContext): ReferralEvent[] {
  const clock = runningClock(referral, act.clockId);
  if (clock.dueAt > now) throw new ReferralError('WRONG_STATUS', 'This deadline has not passed yet.');
  return [
    { type: 'clock-expired', clockId: clock.id, action: clock.onExpiry },
    ...eventsAfterExpiry(clock, referral, now),
  ];
}

/** The clock resumes with the values that were computed when it was paused. */
export function resumeClock(act: ActOf<'resume-clock'>, { referral, now }: DecisionContext): ReferralEvent[] {
  const { id: clockId, state } = clockNamed(referral, act.clockId);
  if (state.status !== 'paused' || state.cap === undefined || state.cap.at > now) {
    throw new ReferralError('WRONG_STATUS', 'This deadline does not resume now.');
  }
  const { at: pausedUntil, ...moved } = state.cap;
  return [{ type: 'clock-resumed', clockId, pausedUntil, ...moved }];
}

function eventsAfterExpiry(clock: Clock, referral: Referral, now: Instant): ReferralEvent[] {
  switch (clock.name) {
    case 'triage':
      return afterTriageExpiry(clock, referral);
    case 'acknowledge':
      return afterAcknowledgeExpiry(clock, referral, now);
    case 'clarification':
      return afterQuestionExpiry(clock, referral);
    case 'translation':
      return afterTranslationExpiry(clock, referral);
    case 'preservation':
      return afterPreservation(clock, referral);
    case 'consent-onward':
      return afterConsentExpiry(clock, referral);
    case 'first-answer':
    case 'decide':
    case 'removal':
    case 'outcome':
    case 'measure':
    case 'find-recipient':
    case 'closure-approval':
    case 'written-confirmation':
    case 'retention-review':
      return [];
  }
}

/** Triage by the rules, if the policy requires it. */
function afterTriageExpiry({ onExpiry }: Clock, referral: Referral): ReferralEvent[] {
  if (onExpiry !== 'proceed-by-rule' || !intake.includes(referral.status)) return [];
  return [{ type: 'triaged', decision: decisionByRule(referral), byRule: true }];
}

/**
 * The recipient becomes unresponsive. The rules replace it at once in an emergency, and otherwise after one more interval.
 * If the policy does not have `proceed-by-rule`, a supervisor decides.
 */
function afterAcknowledgeExpiry(clock: Clock, referral: Referral, now: Instant): ReferralEvent[] {
  const { subject } = clock;
  const recipient = referral.recipients.find(({ id }) => subject.of === 'recipient' && id === subject.recipientId);
  if (recipient === undefined || !unanswered.includes(recipient.status)) return [];
  const recipientId = recipient.id;
  const unresponsive: ReferralEvent = { type: 'went-unresponsive', recipientId };
  if (clock.onExpiry !== 'proceed-by-rule')
    return [unresponsive, { type: 'replacement-awaits-supervisor', recipientId }];
  const dueAt = referral.urgency === 'emergency' ? now : oneMoreInterval(clock);
  return [unresponsive, { type: 'replacement-due', recipientId, dueAt }];
}

/** The question expires, and the party that asked must decide without the answer. */
function afterQuestionExpiry({ subject }: Clock, referral: Referral): ReferralEvent[] {
  const question = referral.questions.find(({ id }) => subject.of === 'question' && id === subject.questionId);
  if (question?.state !== 'open') return [];
  const expired: ReferralEvent = { type: 'question-expired', questionId: question.id };
  const resumes = question.asker.kind === 'coordinator' && referral.status === 'awaiting-information';
  return resumes ? [expired, { type: 'intake-resumed' }] : [expired];
}

/** The party that asked continues without the translation, so its clocks resume. A late translation is still accepted. */
function afterTranslationExpiry({ subject }: Clock, referral: Referral): ReferralEvent[] {
  const isOf = ({ id }: { id: string }) => subject.of === 'translation' && id === subject.translationId;
  const translation = translationsOf(referral).find(isOf);
  return translation?.state === 'open' ? [{ type: 'translation-expired', translationId: translation.id }] : [];
}

/** The period ends, if the policy defines this. Otherwise it is a minimum, and the data is still preserved. */
function afterPreservation({ onExpiry, subject }: Clock, referral: Referral): ReferralEvent[] {
  const recipient = referral.recipients.find(({ id }) => subject.of === 'recipient' && id === subject.recipientId);
  if (onExpiry !== 'duty-lapses' || recipient?.preserved !== 'reported') return [];
  return [{ type: 'preservation-ended', recipientId: recipient.id }];
}

/** With tacit clearance, no answer counts as consent, or the request lapses. */
function afterConsentExpiry({ onExpiry, subject }: Clock, referral: Referral): ReferralEvent[] {
  const recipient = referral.recipients.find(({ id }) => subject.of === 'recipient' && id === subject.recipientId);
  if (onExpiry !== 'tacit-clearance' || recipient?.onward.state !== 'consent-asked') return [];
  return tacitConsent(referral, recipient);
}

/** A nominal interval: it ignores pauses and ends of days, because it is a grace period and not a deadline. */
function oneMoreInterval({ dueAt, amount, unit }: Clock): Instant {
  return new Date(Date.parse(dueAt) + amount * HOURS[unit] * 3_600_000).toISOString();
}

const HOURS: Record<ClockUnit, number> = {
  minutes: 1 / 60,
  hours: 1,
  'calendar-days': 24,
  'working-days': 24,
  weeks: 7 * 24,
  months: 30 * 24,
  years: 365 * 24,
};

function runningClock(referral: Referral, clockId: string): Clock {
  const clock = clockNamed(referral, clockId);
  if (clock.state.status !== 'running') throw new ReferralError('WRONG_STATUS', 'This deadline is not running.');
  return clock;
}

function clockNamed(referral: Referral, clockId: string): Clock {
  const clock = referral.clocks.find(({ id }) => id === clockId);
  if (clock === undefined) throw new ReferralError('UNKNOWN_CLOCK', 'This referral has no such deadline.');
  return clock;
}

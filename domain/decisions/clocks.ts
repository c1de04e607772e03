/** What follows when a clock runs short or out. When it does is the clock's own business (`duty.ts` watches it). */

import type { ActOf } from '../acts.ts';
import { ReferralError } from '../errors.ts';
import type { ClockUnit, ReferralEvent } from '../events.ts';
import { intake, unanswered } from '../lifecycle/row.ts';
import type { Clock, Referral } from '../referral.ts';
import type { Instant } from '../vocabulary.ts';
import type { DecisionContext } from './decision-context.ts';
import { decisionByRule } from './triage.ts';

export function warnClock(act: ActOf<'warn-clock'>, { referral, now }: DecisionContext): ReferralEvent[] {
  const clock = runningClock(referral, act.clockId);
  const [next] = clock.warnings;
  if (next === undefined || next.at > now) throw new ReferralError('WRONG_STATUS', 'No warning of this clock is due.');
  return [{ type: 'clock-warned', clockId: clock.id, fraction: next.fraction }];
}

export function expireClock(act: ActOf<'expire-clock'>, { referral, now }: DecisionContext): ReferralEvent[] {
  const clock = runningClock(referral, act.clockId);
  if (clock.dueAt > now) throw new ReferralError('WRONG_STATUS', 'This clock still runs.');
  return [
    { type: 'clock-expired', clockId: clock.id, action: clock.onExpiry },
    ...eventsAfterExpiry(clock, referral, now),
  ];
}

function eventsAfterExpiry(clock: Clock, referral: Referral, now: Instant): ReferralEvent[] {
  switch (clock.name) {
    case 'triage':
      return afterTriageExpiry(clock, referral);
    case 'acknowledge':
      return afterAcknowledgeExpiry(clock, referral, now);
    case 'clarification':
      return afterQuestionExpiry(clock, referral);
    case 'decide':
    case 'outcome':
    case 'consent-onward':
    case 'closure-approval':
      return [];
  }
}

/** Nobody triaged: for what cannot wait the rules do. */
function afterTriageExpiry({ onExpiry }: Clock, referral: Referral): ReferralEvent[] {
  if (onExpiry !== 'proceed-by-rule' || !intake.includes(referral.status)) return [];
  return [{ type: 'triaged', decision: decisionByRule(referral), byRule: true }];
}

/**
 * Nobody acknowledged: by rule the next on the chain, in an emergency at once, else after one more interval. Where the
 * clock's policy leaves it to people, when a supervisor says so.
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

/** Nobody answered: whoever asked decides on what is known. */
function afterQuestionExpiry({ subject }: Clock, referral: Referral): ReferralEvent[] {
  const question = referral.questions.find(({ id }) => subject.of === 'question' && id === subject.questionId);
  if (question?.state !== 'open') return [];
  const expired: ReferralEvent = { type: 'question-expired', questionId: question.id };
  const resumes = question.asker.kind === 'coordinator' && referral.status === 'awaiting-information';
  return resumes ? [expired, { type: 'intake-resumed' }] : [expired];
}

/** Nominal, whatever pauses and ends of days made of the first: a grace, not a deadline that anybody owes. */
function oneMoreInterval({ dueAt, amount, unit }: Clock): Instant {
  return new Date(Date.parse(dueAt) + amount * HOURS[unit] * 3_600_000).toISOString();
}

const HOURS: Record<ClockUnit, number> = {
  hours: 1,
  'calendar-days': 24,
  'working-days': 24,
  weeks: 7 * 24,
  months: 30 * 24,
  years: 365 * 24,
};

function runningClock(referral: Referral, clockId: string): Clock {
  const clock = referral.clocks.find(({ id }) => id === clockId);
  if (clock === undefined) throw new ReferralError('UNKNOWN_CLOCK', 'This referral has no such clock.');
  if (clock.state.status !== 'running') throw new ReferralError('WRONG_STATUS', 'This clock does not run.');
  return clock;
}

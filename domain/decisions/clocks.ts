/** What follows when a clock runs short or out. When it does is the clock's own business (`duty.ts` watches it). */

import type { ActOf } from '../acts.ts';
import type { Situation } from '../decide.ts';
import { ReferralError } from '../errors.ts';
import type { ReferralEvent } from '../events.ts';
import type { Clock, Referral } from '../referral.ts';
import type { Instant } from '../vocabulary.ts';
import { decisionByRule } from './triage.ts';

export function warnClock(act: ActOf<'warn-clock'>, { referral, now }: Situation): ReferralEvent[] {
  const clock = runningClock(referral, act.clockId);
  const [next] = clock.warnings;
  if (next === undefined || next.at > now) throw new ReferralError('WRONG_STATUS', 'No warning of this clock is due.');
  return [{ type: 'clock-warned', clockId: clock.id, fraction: next.fraction }];
}

export function expireClock(act: ActOf<'expire-clock'>, { referral, now }: Situation): ReferralEvent[] {
  const clock = runningClock(referral, act.clockId);
  if (clock.dueAt > now) throw new ReferralError('WRONG_STATUS', 'This clock still runs.');
  return [{ type: 'clock-expired', clockId: clock.id, action: clock.onExpiry }, ...consequence(clock, referral, now)];
}

function consequence(clock: Clock, referral: Referral, now: Instant): ReferralEvent[] {
  switch (clock.name) {
    case 'triage':
      return clock.onExpiry === 'proceed-by-rule'
        ? [{ type: 'triaged', decision: decisionByRule(referral), byRule: true }]
        : [];
    case 'acknowledge':
      return silence(clock, referral, now);
    case 'clarification':
      return unanswered(clock, referral);
    case 'decide':
    case 'outcome':
    case 'consent-onward':
    case 'closure-approval':
      return [];
  }
}

/** Nobody acknowledged: the next on the chain at once, after one more interval, or when a supervisor says so. */
function silence(clock: Clock, referral: Referral, now: Instant): ReferralEvent[] {
  const recipientId = clock.subject.of === 'recipient' ? clock.subject.recipientId : '';
  const unresponsive: ReferralEvent = { type: 'went-unresponsive', recipientId };
  switch (referral.urgency) {
    case 'emergency':
      return [unresponsive, { type: 'replacement-due', recipientId, dueAt: now }];
    case 'urgent':
      return [unresponsive, { type: 'replacement-due', recipientId, dueAt: oneMoreInterval(clock) }];
    case 'standard':
    case 'informational':
      return [unresponsive, { type: 'replacement-awaits-supervisor', recipientId }];
  }
}

function unanswered(clock: Clock, referral: Referral): ReferralEvent[] {
  const questionId = clock.subject.of === 'question' ? clock.subject.questionId : '';
  const question = referral.questions.find(({ id }) => id === questionId);
  const expired: ReferralEvent = { type: 'question-expired', questionId };
  const resumes = question?.asker.kind === 'coordinator' && referral.status === 'awaiting-information';
  return resumes ? [expired, { type: 'intake-resumed' }] : [expired];
}

function oneMoreInterval({ startedAt, dueAt }: Clock): Instant {
  return new Date(2 * Date.parse(dueAt) - Date.parse(startedAt)).toISOString();
}

function runningClock(referral: Referral, clockId: string): Clock {
  const clock = referral.clocks.find(({ id }) => id === clockId);
  if (clock === undefined) throw new ReferralError('UNKNOWN_CLOCK', 'This referral has no such clock.');
  if (clock.state.status !== 'running') throw new ReferralError('WRONG_STATUS', 'This clock does not run.');
  return clock;
}

/** What a recipient answers: we have it; it is ours or not; what became of it. Three acts, never one. */

import type { ActOf } from '../acts.ts';
import { ReferralError } from '../errors.ts';
import type { ReferralEvent } from '../events.ts';
import { type Clock, hasExpired, type Recipient, type Referral } from '../referral.ts';
import { type Instant, MATTER_ENDING_GROUNDS } from '../vocabulary.ts';
import type { DecisionContext } from './decision-context.ts';
import { holdIfNoRecipientLeft } from './routing.ts';

export function acknowledge(
  _act: ActOf<'acknowledge'>,
  { referral, recipient, now }: DecisionContext,
): ReferralEvent[] {
  return [acknowledged(referral, recipient(), now)];
}

export function accept(_act: ActOf<'accept'>, { referral, recipient, now }: DecisionContext): ReferralEvent[] {
  return [...acknowledgedIfNot(referral, recipient(), now), { type: 'accepted', recipientId: recipient().id }];
}

export function decline(act: ActOf<'decline'>, { referral, recipient, now }: DecisionContext): ReferralEvent[] {
  const { recipientId, ground, text } = act;
  if (ground === 'other' && !text) {
    throw new ReferralError('TEXT_REQUIRED', 'The ground "other" needs words of its own.', 'text');
  }
  const declined: ReferralEvent = { type: 'declined', recipientId, ground, ...(text && { text }) };
  const wasReplaced = recipient().replacement.state === 'done';
  const asksNext = !MATTER_ENDING_GROUNDS.includes(ground) && !wasReplaced;
  const then: ReferralEvent[] = asksNext
    ? [{ type: 'replacement-due', recipientId, dueAt: now }]
    : holdIfNoRecipientLeft(referral, recipient());
  return [...acknowledgedIfNot(referral, recipient(), now), declined, ...then];
}

export function extend(act: ActOf<'extend'>, { referral }: DecisionContext): ReferralEvent[] {
  const { recipientId, clock: name, amount, text, estimateAt } = act;
  const clock = clockOf(referral, name, recipientId);
  if (clock === undefined || (clock.state.status !== 'running' && clock.state.status !== 'paused')) {
    throw new ReferralError('UNKNOWN_CLOCK', `No ${name} clock runs for this recipient.`, 'clock');
  }
  const { max, count, reasonRequired } = clock.extension;
  if (clock.extensions >= count) {
    throw new ReferralError(
      'EXTENSION_EXHAUSTED',
      `The ${name} clock may be extended ${count} times; it was.`,
      'clock',
    );
  }
  if (!Number.isInteger(amount) || amount < 1) {
    throw new ReferralError('INVALID_INPUT', `Say how many ${clock.unit} are to be added.`, 'amount');
  }
  if (amount > max) {
    throw new ReferralError('EXTENSION_EXHAUSTED', `At most ${max} ${clock.unit} may be added.`, 'amount', { max });
  }
  if (reasonRequired && !text) throw new ReferralError('TEXT_REQUIRED', 'An extension needs its reason.', 'text');
  const said = { ...(text && { text }), ...(estimateAt && { estimateAt }) };
  return [{ type: 'extension-granted', recipientId, clockId: clock.id, amount, ...said }];
}

export function reportOutcome(act: ActOf<'report-outcome'>): ReferralEvent[] {
  const { recipientId, outcome, final, because, text } = act;
  if (outcome === 'not-actionable' && !because) {
    throw new ReferralError('INVALID_INPUT', 'Say why nothing can be done with it.', 'because');
  }
  const type = final ? 'outcome-reported' : 'interim-outcome-reported';
  return [{ type, recipientId, outcome, ...(because && { because }), ...(text && { text }) }];
}

export function recall(act: ActOf<'recall'>, { referral, recipient }: DecisionContext): ReferralEvent[] {
  const { recipientId, text } = act;
  return [{ type: 'recalled', recipientId, text }, ...holdIfNoRecipientLeft(referral, recipient())];
}

export function confirmRecall(act: ActOf<'confirm-recall'>, { recipient }: DecisionContext): ReferralEvent[] {
  if (recipient().recallConfirmed) throw new ReferralError('RECIPIENT_FINAL', 'The recall is confirmed already.');
  return [{ type: 'recall-confirmed', recipientId: act.recipientId }];
}

/** Deciding without having acknowledged records both. */
function acknowledgedIfNot(referral: Referral, recipient: Recipient, now: Instant): ReferralEvent[] {
  return recipient.acknowledged.state === 'yes' ? [] : [acknowledged(referral, recipient, now)];
}

function acknowledged(referral: Referral, recipient: Recipient, now: Instant): ReferralEvent {
  const clock = clockOf(referral, 'acknowledge', recipient.id);
  const late = clock !== undefined && hasExpired(clock, now);
  return { type: 'acknowledged', recipientId: recipient.id, late };
}

/** A recipient has one clock of a name at a time: the last is the one in force. */
function clockOf({ clocks }: Referral, name: Clock['name'], recipientId: string): Clock | undefined {
  return clocks.findLast(
    (clock) => clock.name === name && clock.subject.of === 'recipient' && clock.subject.recipientId === recipientId,
  );
}

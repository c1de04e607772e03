/** What a recipient answers: we have it; it is ours or not; what became of it. Three acts, never one. */

import type { ActOf } from '../acts.ts';
import type { Situation } from '../decide.ts';
import { ReferralError } from '../errors.ts';
import type { ReferralEvent } from '../events.ts';
import type { Recipient, Referral } from '../referral.ts';
import { MATTER_ENDING_GROUNDS } from '../vocabulary.ts';
import { heldIfHopeless } from './routing.ts';

export function acknowledge(_act: ActOf<'acknowledge'>, { referral, recipient }: Situation): ReferralEvent[] {
  return [acknowledged(referral, recipient())];
}

export function accept(_act: ActOf<'accept'>, { referral, recipient }: Situation): ReferralEvent[] {
  return [...acknowledgedIfNot(referral, recipient()), { type: 'accepted', recipientId: recipient().id }];
}

export function decline(act: ActOf<'decline'>, { referral, recipient, now }: Situation): ReferralEvent[] {
  const { recipientId, ground, text } = act;
  if (ground === 'other' && !text) {
    throw new ReferralError('TEXT_REQUIRED', 'The ground "other" needs words of its own.', 'text');
  }
  const declined: ReferralEvent = { type: 'declined', recipientId, ground, ...(text && { text }) };
  const wasReplaced = recipient().replacement.state === 'done';
  const asksNext = !MATTER_ENDING_GROUNDS.includes(ground) && !wasReplaced;
  const then: ReferralEvent[] = asksNext
    ? [{ type: 'replacement-due', recipientId, dueAt: now }]
    : heldIfHopeless(referral, [recipient()]);
  return [...acknowledgedIfNot(referral, recipient()), declined, ...then];
}

export function extend(act: ActOf<'extend'>, { referral }: Situation): ReferralEvent[] {
  const { recipientId, clock: name, amount, text, estimateAt } = act;
  const clock = referral.clocks.find(
    ({ name: each, subject, state }) =>
      each === name &&
      subject.of === 'recipient' &&
      subject.recipientId === recipientId &&
      (state.status === 'running' || state.status === 'paused'),
  );
  if (clock === undefined)
    throw new ReferralError('UNKNOWN_CLOCK', `No ${name} clock runs for this recipient.`, 'clock');
  const { max, count, reasonRequired } = clock.extension;
  if (clock.extensions >= count) {
    throw new ReferralError(
      'EXTENSION_EXHAUSTED',
      `The ${name} clock may be extended ${count} times; it was.`,
      'clock',
    );
  }
  if (amount > max) {
    throw new ReferralError('EXTENSION_EXHAUSTED', `At most ${max} ${clock.unit} may be added.`, 'amount');
  }
  if (reasonRequired && !text) throw new ReferralError('TEXT_REQUIRED', 'An extension needs its reason.', 'text');
  const estimate = estimateAt ? { estimateAt } : {};
  return [{ type: 'extension-granted', recipientId, clockId: clock.id, amount, text: text ?? '', ...estimate }];
}

export function reportOutcome(act: ActOf<'report-outcome'>): ReferralEvent[] {
  const { recipientId, outcome, final, because, text } = act;
  if (outcome === 'not-actionable' && !because) {
    throw new ReferralError('INVALID_INPUT', 'Say why nothing can be done with it.', 'because');
  }
  const words = text ? { text } : {};
  return final
    ? [{ type: 'outcome-reported', recipientId, outcome, ...(because && { because }), ...words }]
    : [{ type: 'interim-outcome-reported', recipientId, outcome, ...words }];
}

export function recall(act: ActOf<'recall'>, { referral, recipient }: Situation): ReferralEvent[] {
  const { recipientId, text } = act;
  return [{ type: 'recalled', recipientId, ...(text && { text }) }, ...heldIfHopeless(referral, [recipient()])];
}

export function confirmRecall(act: ActOf<'confirm-recall'>, { recipient }: Situation): ReferralEvent[] {
  if (recipient().recallConfirmed) throw new ReferralError('RECIPIENT_FINAL', 'The recall is confirmed already.');
  return [{ type: 'recall-confirmed', recipientId: act.recipientId }];
}

/** Deciding without having acknowledged records both. */
function acknowledgedIfNot(referral: Referral, recipient: Recipient): ReferralEvent[] {
  return recipient.acknowledged.state === 'yes' ? [] : [acknowledged(referral, recipient)];
}

function acknowledged(referral: Referral, recipient: Recipient): ReferralEvent {
  const late = referral.clocks.some(
    ({ name, subject, state }) =>
      name === 'acknowledge' &&
      subject.of === 'recipient' &&
      subject.recipientId === recipient.id &&
      state.status === 'expired',
  );
  return { type: 'acknowledged', recipientId: recipient.id, late };
}

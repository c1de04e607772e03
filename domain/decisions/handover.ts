/** Decides the acts of a recipient: acknowledge, accept, decline, extend, confirm a recall. */

import type { ActOf } from '../acts.ts';
import { clockOfRecipient } from '../clocks/triggers.ts';
import { ReferralError } from '../errors.ts';
import type { ReferralEvent } from '../events.ts';
import { relationsOf } from '../people.ts';
import { hasExpired, type Recipient, type Referral } from '../referral.ts';
import { type Instant, MATTER_ENDING_GROUNDS } from '../vocabulary.ts';
import type { DecisionContext } from './decision-context.ts';
import { onwardChain } from './onward.ts';
import { ownReferenceSet } from './own-records.ts';
import { searchIfNoRecipientLeft } from './routing.ts';

export function acknowledge(
  _act: ActOf<'acknowledge'>,
  { referral, recipient, now }: DecisionContext,
): ReferralEvent[] {
  return [acknowledged(referral, recipient(), now)];
}

export function accept(act: ActOf<'accept'>, { referral, recipient, actor, now }: DecisionContext): ReferralEvent[] {
  return [
    ...acknowledgedIfNot(referral, recipient(), now),
    { type: 'accepted', recipientId: recipient().id },
    ...ownReferenceSet(act.ownReference, actor),
  ];
}

export function decline(act: ActOf<'decline'>, { referral, recipient, now }: DecisionContext): ReferralEvent[] {
  const { recipientId, ground, text } = act;
  if (ground === 'other' && !text) {
    throw new ReferralError('TEXT_REQUIRED', 'Enter a text that explains the ground "other".', 'text');
  }
  const declined: ReferralEvent = { type: 'declined', recipientId, ground, ...(text && { text }) };
  const wasReplaced = recipient().replacement.state === 'done';
  const isNextAsked = !MATTER_ENDING_GROUNDS.includes(ground) && !wasReplaced;
  const next: ReferralEvent[] = isNextAsked
    ? [{ type: 'replacement-due', recipientId, dueAt: now }]
    : searchIfNoRecipientLeft(referral, recipient());
  return [...acknowledgedIfNot(referral, recipient(), now), declined, ...next];
}

/** The agency that must act extends: the recipient, or the sender for the preservation of data. */
export function extend(act: ActOf<'extend'>, { referral, actor }: DecisionContext): ReferralEvent[] {
  const { recipientId, clock: name, amount, reason, text, estimateAt } = act;
  const clock = clockOfRecipient(referral.clocks, name, recipientId);
  if (clock === undefined || (clock.state.status !== 'running' && clock.state.status !== 'paused')) {
    throw new ReferralError('UNKNOWN_CLOCK', `This recipient has no running ${name} deadline.`, 'clock');
  }
  if (actor.kind === 'engine' || !relationsOf(actor.agencyId, referral, recipientId).includes(clock.debtor)) {
    const code = clock.debtor === 'sender' ? 'NOT_SENDER' : 'NOT_RECIPIENT';
    throw new ReferralError(code, 'Only the agency that must meet this deadline can extend it.', 'clock');
  }
  const { max, count, reasonRequired, reasons } = clock.extension;
  if (clock.extensions >= count) {
    throw new ReferralError(
      'EXTENSION_EXHAUSTED',
      `The ${name} deadline can be extended ${count} times, and was.`,
      'clock',
    );
  }
  if (!Number.isInteger(amount) || amount < 1) {
    throw new ReferralError('INVALID_INPUT', `Enter the number of ${clock.unit} to add.`, 'amount');
  }
  if (amount > max) {
    throw new ReferralError('EXTENSION_EXHAUSTED', `At most ${max} ${clock.unit} can be added.`, 'amount', { max });
  }
  if (reasons && !(reason && reasons.includes(reason))) {
    const message = `The ${name} deadline can be extended only for ${reasons.join(' or ')}.`;
    throw new ReferralError('EXTENSION_REASON', message, 'reason');
  }
  if (reasonRequired && !text) throw new ReferralError('TEXT_REQUIRED', 'Enter a reason for the extension.', 'text');
  const details = { ...(reason && { reason }), ...(text && { text }), ...(estimateAt && { estimateAt }) };
  return [{ type: 'extension-granted', recipientId, clockId: clock.id, amount, ...details }];
}

/** Every recipient of the chain of onward referrals must erase the case as well. */
export function recall(act: ActOf<'recall'>, { referral, recipient }: DecisionContext): ReferralEvent[] {
  const chain = onwardChain(referral, recipient());
  const recalled = chain.map(({ id }): ReferralEvent => ({ type: 'recalled', recipientId: id, text: act.text }));
  return [...recalled, ...searchIfNoRecipientLeft(referral, ...chain)];
}

export function confirmRecall(act: ActOf<'confirm-recall'>, { recipient }: DecisionContext): ReferralEvent[] {
  if (recipient().recallConfirmed) throw new ReferralError('RECIPIENT_FINAL', 'The recall is already confirmed.');
  return [{ type: 'recall-confirmed', recipientId: act.recipientId }];
}

/** Accepting or declining without an acknowledgement also acknowledges. */
function acknowledgedIfNot(referral: Referral, recipient: Recipient, now: Instant): ReferralEvent[] {
  return recipient.acknowledged.state === 'yes' ? [] : [acknowledged(referral, recipient, now)];
}

function acknowledged(referral: Referral, recipient: Recipient, now: Instant): ReferralEvent {
  const clock = clockOfRecipient(referral.clocks, 'acknowledge', recipient.id);
  const late = clock !== undefined && hasExpired(clock, now);
  return { type: 'acknowledged', recipientId: recipient.id, late };
}

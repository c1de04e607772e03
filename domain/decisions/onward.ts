/** Decides onward referrals: without loops, within a limit, and under H2 with the consent of the sender. */

import type { ActOf } from '../acts.ts';
import { ReferralError } from '../errors.ts';
import type { ReferralEvent } from '../events.ts';
import { isFinal, type Recipient, type Referral } from '../referral.ts';
import type { Choice } from '../routing/route.ts';
import type { TextId } from '../vocabulary.ts';
import type { DecisionContext } from './decision-context.ts';
import { isCurrentRecipient, openRecipient, refuseSender } from './routing.ts';

/**
 * How often a referral can be referred onward, if the policies do not define it. After that, a recipient must accept or
 * decline.
 */
export const ONWARD_LIMIT = 5;

export function referOnward(act: ActOf<'refer-onward'>, { referral, recipient }: DecisionContext): ReferralEvent[] {
  const { choice, text } = act;
  if (recipient().onward.state === 'consent-asked') {
    throw new ReferralError('CONSENT_PENDING', 'The sender was asked for consent. Wait for the answer.');
  }
  refuseOnwardLoop(referral, recipient(), choice);
  if (referral.facts.handlingCode === 'H2') {
    return [{ type: 'onward-consent-asked', recipientId: recipient().id, choice, text }];
  }
  return openOnward(referral, recipient(), choice, text);
}

export function consentOnward(
  _act: ActOf<'consent-onward'>,
  { referral, recipient }: DecisionContext,
): ReferralEvent[] {
  return consented(referral, recipient());
}

/** Consent because there was no answer. The request lapses if the onward referral is no longer possible. */
export function tacitConsent(referral: Referral, recipient: Recipient): ReferralEvent[] {
  try {
    return consented(referral, recipient);
  } catch (error) {
    if (error instanceof ReferralError) return [{ type: 'onward-lapsed', recipientId: recipient.id }];
    throw error;
  }
}

function consented(referral: Referral, recipient: Recipient): ReferralEvent[] {
  const { choice, text } = pendingConsent(recipient);
  refuseOnwardLoop(referral, recipient, choice);
  return [{ type: 'onward-consented', recipientId: recipient.id }, ...openOnward(referral, recipient, choice, text)];
}

export function refuseOnward(act: ActOf<'refuse-onward'>, { recipient }: DecisionContext): ReferralEvent[] {
  pendingConsent(recipient());
  return [{ type: 'onward-refused', recipientId: act.recipientId, text: act.text }];
}

function openOnward(referral: Referral, from: Recipient, choice: Choice, text: TextId): ReferralEvent[] {
  const opened = openRecipient(referral, choice, 'onward', { parent: from });
  return [{ type: 'referred-onward', recipientId: from.id, toRecipientId: opened.recipientId, text }, opened];
}

function refuseOnwardLoop(referral: Referral, from: Recipient, to: Choice): void {
  refuseSender(referral, to);
  if (ancestry(referral, from).some(({ agencyId }) => agencyId === to.agencyId)) {
    throw new ReferralError(
      'ONWARD_LOOP',
      'That agency already had the referral before this recipient. Select another contact point.',
      'contactPoint',
    );
  }
  const { onwardLimit = ONWARD_LIMIT } = referral;
  if (from.hop >= onwardLimit) {
    const message = `The referral was referred onward ${onwardLimit} times, which is the limit. Accept or decline it.`;
    throw new ReferralError('ONWARD_LOOP', message);
  }
  if (isCurrentRecipient(referral, to)) {
    throw new ReferralError(
      'ALREADY_RECIPIENT',
      'That contact point already has the referral. Select another.',
      'contactPoint',
    );
  }
}

/** The recipient and those through which it got the referral. */
export function ancestry(referral: Referral, recipient: Recipient): Recipient[] {
  const parent = referral.recipients.find(({ id }) => id === recipient.parentId);
  return parent === undefined ? [recipient] : [recipient, ...ancestry(referral, parent)];
}

/**
 * The chain of onward referrals of this recipient. It includes all before and after it that still have the case, or that
 * referred it onward.
 */
export function onwardChain(referral: Referral, recipient: Recipient): Recipient[] {
  const chain = [...before(referral, recipient), recipient, ...after(referral, recipient)];
  return chain.filter((each) => each === recipient || !isFinal(each) || each.status === 'referred-onward');
}

function before({ recipients }: Pick<Referral, 'recipients'>, recipient: Recipient): Recipient[] {
  const parent = isOfOnwardReferral(recipient) ? recipients.find(({ id }) => id === recipient.parentId) : undefined;
  return parent === undefined ? [] : [...before({ recipients }, parent), parent];
}

function after({ recipients }: Pick<Referral, 'recipients'>, { id }: Recipient): Recipient[] {
  const next = recipients.filter((each) => each.parentId === id && isOfOnwardReferral(each));
  return next.flatMap((each) => [each, ...after({ recipients }, each)]);
}

/** Whether it got the case by an onward referral: itself, or in place of a recipient that did. */
function isOfOnwardReferral({ hop }: Recipient): boolean {
  return hop > 0;
}

function pendingConsent({ onward }: Recipient) {
  if (onward.state !== 'consent-asked') {
    throw new ReferralError('CONSENT_NOT_ASKED', 'This recipient has not asked for consent.');
  }
  return onward;
}

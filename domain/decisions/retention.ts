/** Decides retention, legal holds, and erasure with its confirmations. */

import type { ActOf } from '../acts.ts';
import { ReferralError } from '../errors.ts';
import type { ReferralEvent } from '../events.ts';
import { mayHoldCopies, type Referral } from '../referral.ts';
import { type ErasureGround, MAX_RETENTION_YEARS } from '../retention.ts';
import type { Instant } from '../vocabulary.ts';
import type { DecisionContext } from './decision-context.ts';

export function orderErasure({ text }: ActOf<'order-erasure'>, { referral }: DecisionContext): ReferralEvent[] {
  refuseUnderHold(referral);
  if (referral.erasureOrder) throw new ReferralError('WRONG_STATUS', 'The erasure was ordered already.');
  return [{ type: 'erasure-ordered', text }];
}

export function askRetentionReview(
  { dueAt }: ActOf<'ask-retention-review'>,
  { referral }: DecisionContext,
): ReferralEvent[] {
  if (referral.retention?.review) throw new ReferralError('WRONG_STATUS', 'The review was asked for already.');
  return [{ type: 'retention-review-asked', dueAt }];
}

/** Keeps the referral until a new date of review. This also answers an order to erase. */
export function retain({ until, text }: ActOf<'retain'>, { now }: DecisionContext): ReferralEvent[] {
  if (until <= now) {
    throw new ReferralError('INVALID_INPUT', 'The date of the next review is past. Enter a later date.', 'until');
  }
  if (until > yearsAfter(now, MAX_RETENTION_YEARS)) {
    const message = `The next review must be within ${MAX_RETENTION_YEARS} years. Enter an earlier date.`;
    throw new ReferralError('INVALID_INPUT', message, 'until');
  }
  return [{ type: 'retained', until, text }];
}

export function placeLegalHold({ text }: ActOf<'place-legal-hold'>, { referral }: DecisionContext): ReferralEvent[] {
  if (referral.legalHold) throw new ReferralError('LEGAL_HOLD', 'There is a legal hold on this referral already.');
  return [{ type: 'legal-hold-placed', text }];
}

export function liftLegalHold({ text }: ActOf<'lift-legal-hold'>, { referral }: DecisionContext): ReferralEvent[] {
  if (!referral.legalHold) throw new ReferralError('NO_LEGAL_HOLD', 'There is no legal hold on this referral.');
  return [{ type: 'legal-hold-lifted', text }];
}

/** An erasure before the end of retention is carried to every recipient, which confirms it. */
export function erase(_act: ActOf<'erase'>, { referral, actor, now }: DecisionContext): ReferralEvent[] {
  refuseUnderHold(referral);
  const ground = groundOf(referral, actor.kind === 'engine');
  if (ground === 'retention-ended') refuseEarlyErasure(referral, now);
  const carried = ground === 'retention-ended' ? [] : referral.recipients.filter(mayHoldCopies);
  const erased: ReferralEvent = {
    ...{ type: 'erased', ground },
    ...(carried.length > 0 && { toConfirm: carried.map(({ id }) => id) }),
  };
  return [...(ground === 'retention-ended' ? expiryOfReview(referral) : []), erased];
}

export function confirmErasure(act: ActOf<'confirm-erasure'>, { recipient }: DecisionContext): ReferralEvent[] {
  const { erasure } = recipient();
  if (erasure === 'asked') return [{ type: 'erasure-confirmed', recipientId: act.recipientId }];
  const message = erasure ? 'The erasure is already confirmed.' : 'The recipient was not asked to confirm an erasure.';
  throw new ReferralError('RECIPIENT_FINAL', message);
}

/** The expiry action of the clock of the review. Reviews of earlier versions have no clock. */
function expiryOfReview({ clocks }: Referral): ReferralEvent[] {
  const clock = clocks.find(({ name, state }) => name === 'retention-review' && state.status === 'running');
  return clock ? [{ type: 'clock-expired', clockId: clock.id, action: clock.onExpiry }] : [];
}

function groundOf({ erasureOrder }: Referral, isEngine: boolean): ErasureGround {
  if (isEngine) return 'retention-ended';
  return erasureOrder ? 'sender-order' : 'supervisor-order';
}

/** The engine erases after the date of the review, unless a supervisor decided otherwise meanwhile. */
function refuseEarlyErasure({ retention }: Referral, now: Instant): void {
  const dueAt = retention?.review?.dueAt;
  if (dueAt === undefined || dueAt > now) {
    throw new ReferralError('WRONG_STATUS', 'The review of retention is not over yet.');
  }
}

function refuseUnderHold({ legalHold }: Referral): void {
  if (!legalHold) return;
  throw new ReferralError('LEGAL_HOLD', 'There is a legal hold on this referral. Lift the hold before you erase it.');
}

function yearsAfter(instant: Instant, years: number): Instant {
  const date = new Date(instant);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString();
}

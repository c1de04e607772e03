/** Decides the report of preserved data, and the confirmation of a production request. */

import type { ActOf } from '../acts.ts';
import { clockOfRecipient } from '../clocks/triggers.ts';
import { ReferralError } from '../errors.ts';
import type { ReferralEvent } from '../events.ts';
import { hasExpired } from '../referral.ts';
import type { DecisionContext } from './decision-context.ts';

/** After the period has ended without a request, data can be preserved again. */
export function reportPreservation(
  { recipientId, text }: ActOf<'report-preservation'>,
  { recipient }: DecisionContext,
): ReferralEvent[] {
  const { preserved } = recipient();
  if (preserved === 'reported' || preserved === 'confirmed') {
    const message = 'The preserved data was reported before. Add further details to an interim outcome.';
    throw new ReferralError('PRESERVATION_REPORTED', message);
  }
  return [{ type: 'preservation-reported', recipientId, text }];
}

/** Then the data is preserved as long as necessary: Regulation (EU) 2023/1543 art. 11(2), CETS 185 art. 29(7). */
export function confirmProduction(
  { recipientId, text }: ActOf<'confirm-production'>,
  { referral, recipient, now }: DecisionContext,
): ReferralEvent[] {
  if (recipient().preserved !== 'reported') {
    const message = 'This recipient preserves no data that waits for a production request.';
    throw new ReferralError('PRESERVATION_NOT_OPEN', message);
  }
  const clock = clockOfRecipient(referral.clocks, 'preservation', recipientId);
  const late = clock !== undefined && clock.state.status !== 'stopped' && hasExpired(clock, now);
  return [{ type: 'production-confirmed', recipientId, text, late }];
}

/** Decides the record of an emergency that was requested by voice first, and its confirmation in writing. */

import type { ActOf } from '../acts.ts';
import { ReferralError } from '../errors.ts';
import type { ReferralEvent } from '../events.ts';
import { hasExpired } from '../referral.ts';
import type { DecisionContext } from './decision-context.ts';

export function recordOralRequest(
  { requestedAt, text }: ActOf<'record-oral-request'>,
  { referral, now }: DecisionContext,
): ReferralEvent[] {
  if (referral.urgency !== 'emergency') {
    const message = 'Only an emergency can be requested by voice first. Add information to this referral instead.';
    throw new ReferralError('NOT_EMERGENCY', message);
  }
  if (requestedAt > now) {
    throw new ReferralError(
      'INVALID_INPUT',
      'Enter the time at which the request was made, not a later one.',
      'requestedAt',
    );
  }
  return [{ type: 'oral-request-recorded', requestedAt, text }];
}

/** Formal confirmation by the requesting party, as in CETS 185 art. 25(3). */
export function confirmOralRequest(
  { text }: ActOf<'confirm-oral-request'>,
  { referral, now }: DecisionContext,
): ReferralEvent[] {
  const { oralRequest, clocks } = referral;
  if (oralRequest === undefined || oralRequest.confirmed) {
    throw new ReferralError('ORAL_REQUEST_NOT_OPEN', 'No oral request of this referral waits for a confirmation.');
  }
  const late = clocks.some(
    (clock) => clock.name === 'written-confirmation' && clock.state.status !== 'stopped' && hasExpired(clock, now),
  );
  return [{ type: 'oral-request-confirmed', particulars: text, late }];
}

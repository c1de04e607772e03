/** Decides the results of letters, and the delivery to recipients that follows from them. */

import type { ActOf } from '../acts.ts';
import type { ReferralEvent } from '../events.ts';
import type { DecisionContext } from './decision-context.ts';

export function settleLetters(act: ActOf<'settle-letters'>, { referral }: DecisionContext): ReferralEvent[] {
  const waiting = referral.recipients.filter(({ status }) => status === 'sent');
  const delivery = act.results.flatMap((result): ReferralEvent[] => {
    const recipient = waiting.find(({ id }) => result.delivers === id);
    if (recipient === undefined) return [];
    return [{ type: result.result === 'sent' ? 'delivered' : 'delivery-failed', recipientId: recipient.id }];
  });
  return [{ type: 'letters-settled', results: act.results }, ...delivery];
}

/** Decides the results of letters, and the delivery to recipients that follows from them. */

import type { ActOf } from '../acts.ts';
import type { ReferralEvent } from '../events.ts';
import type { LetterResult } from '../letter-kinds.ts';
import type { Referral } from '../referral.ts';
import type { DecisionContext } from './decision-context.ts';

export function settleLetters(act: ActOf<'settle-letters'>, { referral }: DecisionContext): ReferralEvent[] {
  const delivery = act.results.flatMap((result): ReferralEvent[] => {
    const recipientId = recipientChanged(result, referral);
    if (recipientId === undefined) return [];
    return [{ type: result.result === 'sent' ? 'delivered' : 'delivery-failed', recipientId }];
  });
  return [{ type: 'letters-settled', results: act.results }, ...delivery];
}

/**
 * The recipient whose status changes with the result. One that has answered, or was withdrawn from, needs no delivery. After a
 * failed letter, another one may arrive: operators repeat letters.
 */
export function recipientChanged({ delivers, result }: LetterResult, { recipients }: Referral): string | undefined {
  const recipient = recipients.find(({ id }) => id === delivers);
  const isAwaited = recipient?.status === 'sent' || (recipient?.status === 'delivery-failed' && result === 'sent');
  return isAwaited ? recipient.id : undefined;
}

/** Who must act before a clock runs out. */

import { actingSenderOf } from '../people.ts';
import type { Clock, Referral } from '../referral.ts';
import { recipientOfClock } from './triggers.ts';

/** The id of the agency that must act, and the recipient for which it must act. */
export interface ClockDebtor {
  agencyId: string;
  recipientId?: string;
}

/** The debtor of a clock of the referral. The agency is empty if the recipient is not disclosed. */
export function clockDebtor({ debtor, subject }: Clock, referral: Referral): ClockDebtor {
  const { coordinatorAgencyId, recipients } = referral;
  if (debtor === 'sender') return { agencyId: actingSenderOf(referral) };
  const recipientId = recipientOfClock(subject);
  if (debtor === 'coordinator' || recipientId === undefined) return { agencyId: coordinatorAgencyId };
  return { agencyId: recipients.find(({ id }) => id === recipientId)?.agencyId ?? '', recipientId };
}

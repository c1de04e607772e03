/** Who must act before a clock runs out. */

import { actingSenderOf, OFFICERS, type Role } from '../people.ts';
import type { Clock, Referral } from '../referral.ts';
import type { ClockName } from './clock-names.ts';
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

/** The clocks that wait for an act of a supervisor. */
const SUPERVISED: readonly ClockName[] = ['find-recipient', 'closure-approval'];

/**
 * Whether a person with these roles at the debtor's agency can do what the clock waits for. Supervisors of the coordinating
 * agency can do what its officers can; other supervisors perform no acts.
 */
export function canMeet(clock: Clock, referral: Referral, roles: readonly Role[]): boolean {
  const isCoordinating = clockDebtor(clock, referral).agencyId === referral.coordinatorAgencyId;
  if (roles.includes('supervisor') && isCoordinating) return true;
  return !SUPERVISED.includes(clock.name) && roles.some((role) => OFFICERS.includes(role));
}

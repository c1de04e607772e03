/** The time zones in which clocks count days: those of the desks of the parties. */

import type { Referral } from '../referral.ts';
import { contactPoint, type Directory } from '../routing/directory.ts';
import type { ClockZones } from './clock-moves.ts';

/** For an agency without a contact point in the directory. */
const DEFAULT_ZONE = 'UTC';

/** The zones of the contact points in the directory. */
export function zonesOf(directory: Directory, referral: Referral): ClockZones {
  const ofAgency = (agencyId: string) =>
    directory.contactPoints.find((point) => point.agencyId === agencyId)?.zone ?? DEFAULT_ZONE;
  return {
    sender: ofAgency(referral.senderAgencyId),
    coordinator: ofAgency(referral.coordinatorAgencyId),
    recipient: (recipientId) => {
      const recipient = referral.recipients.find(({ id }) => id === recipientId);
      return (recipient && contactPoint(directory, recipient.contactPointId)?.zone) ?? DEFAULT_ZONE;
    },
  };
}

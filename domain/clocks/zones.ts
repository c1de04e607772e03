/** In whose day a clock counts: the zone of the desk that owes the answer. */

import type { Referral } from '../referral.ts';
import { contactPoint, type Directory } from '../routing/directory.ts';
import type { ClockZones } from './clock-moves.ts';

/** An agency without a desk in the directory counts in UTC. */
const ZONE_OF_NO_DESK = 'UTC';

/** The zones of the desks, as the directory has them. */
export function zonesOf(directory: Directory, referral: Referral): ClockZones {
  const ofAgency = (agencyId: string) =>
    directory.contactPoints.find((point) => point.agencyId === agencyId)?.zone ?? ZONE_OF_NO_DESK;
  return {
    sender: ofAgency(referral.senderAgencyId),
    coordinator: ofAgency(referral.coordinatorAgencyId),
    recipient: (recipientId) => {
      const recipient = referral.recipients.find(({ id }) => id === recipientId);
      return (recipient && contactPoint(directory, recipient.contactPointId)?.zone) ?? ZONE_OF_NO_DESK;
    },
  };
}

/** In whose day a clock counts: the zone of the desk that owes the answer. */

import type { Zones } from '../domain/clocks/clock.ts';
import type { Referral } from '../domain/referral.ts';
import { contactPoint, type Directory } from '../domain/routing/directory.ts';

/** An agency without a desk in the directory counts in UTC. */
const ZONE_OF_NO_DESK = 'UTC';

export function zonesOf(directory: Directory, referral: Referral): Zones {
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

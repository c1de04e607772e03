/** The time zones in which clocks count days, and the calendars of their working days: those of the parties. */

import type { Referral } from '../referral.ts';
import {
  agency,
  agencyDaysOf,
  type ContactPoint,
  contactPoint,
  type Directory,
  placeOf,
} from '../routing/directory.ts';
import type { ClockZones } from './start-clock.ts';
import type { DayCalendar } from './working-days.ts';

/** For an agency without a contact point in the directory. */
const DEFAULT_ZONE = 'UTC';

/** The zones of the contact points in the directory, the public holidays of their countries, and the days of their agencies. */
export function zonesOf(directory: Directory, referral: Referral): ClockZones {
  const { senderAgencyId, coordinatorAgencyId } = referral;
  const pointOf = (agencyId: string) => deskAtHome(directory, agencyId);
  const recipientPoint = (recipientId: string) => {
    const recipient = referral.recipients.find(({ id }) => id === recipientId);
    return recipient && contactPoint(directory, recipient.contactPointId);
  };
  return {
    sender: pointOf(senderAgencyId)?.zone ?? DEFAULT_ZONE,
    coordinator: pointOf(coordinatorAgencyId)?.zone ?? DEFAULT_ZONE,
    recipient: (recipientId) => recipientPoint(recipientId)?.zone ?? DEFAULT_ZONE,
    calendar: (party, recipientId = '') => {
      if (party === 'recipient') return calendarOf(recipientPoint(recipientId), directory);
      return calendarOf(pointOf(party === 'sender' ? senderAgencyId : coordinatorAgencyId), directory);
    },
  };
}

/** A contact point that is not disabled and in the country of its agency, if it has one. */
function deskAtHome(directory: Directory, agencyId: string): ContactPoint | undefined {
  const points = directory.contactPoints.filter((point) => point.agencyId === agencyId);
  const { country } = agency(directory, agencyId) ?? {};
  const usable = points.filter(({ disabled }) => !disabled);
  return usable.find((point) => point.country === country) ?? usable[0] ?? points[0];
}

function calendarOf(point: ContactPoint | undefined, directory: Directory): DayCalendar {
  return point === undefined ? {} : { place: placeOf(point), ...agencyDaysOf(directory, point.agencyId) };
}

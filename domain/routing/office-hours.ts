/** Whether a desk is staffed: by its office hours, weekends, public holidays and closed days. */

import { DateTime } from 'luxon';
import { instantOf } from '../clocks/calendar.ts';
import { closedRanges, type Workplace } from '../clocks/closed-days.ts';
import type { Instant } from '../vocabulary.ts';
import type { ContactPoint } from './directory.ts';

type Hours = Pick<ContactPoint, 'hours' | 'zone' | 'country'>;

/** Whether somebody at the contact point can receive an urgent referral: at the desk, or on a duty line. */
export function isReachable(
  point: Hours & Pick<ContactPoint, 'dutyEmail'>,
  closedDays: Workplace['closedDays'],
  at: Instant,
): boolean {
  return point.dutyEmail !== undefined || isStaffed(point, closedDays, at);
}

/** `closedDays` are those of the agency. A `24/7` desk is always staffed. */
export function isStaffed({ hours, zone, country }: Hours, closedDays: Workplace['closedDays'], at: Instant): boolean {
  if (hours === '24/7') return true;
  const [opens = '', closes = ''] = hours.split('-');
  const time = DateTime.fromISO(at, { zone }).toFormat('HH:mm');
  const [isAfter, isBefore] = [opens <= time, time < closes];
  // If the closing time is before the opening time, the desk is open overnight.
  const isOnDuty = opens < closes ? isAfter && isBefore : isAfter || isBefore;
  return isOnDuty && closedRanges(at, instantOf(Date.parse(at) + 1), { zone, country, closedDays }).length === 0;
}

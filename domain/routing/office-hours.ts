/** Whether somebody sits at a desk: by its hours, on days on which its agency and its country work. */

import { DateTime } from 'luxon';
import { instantOf } from '../clocks/calendar.ts';
import { closedRanges, type Workplace } from '../clocks/closed-days.ts';
import type { Instant } from '../vocabulary.ts';
import type { ContactPoint } from './directory.ts';

type Hours = Pick<ContactPoint, 'hours' | 'zone' | 'country'>;

/** `closedDays` are the agency's own. A desk that is manned `24/7` knows no holidays. */
export function isStaffed({ hours, zone, country }: Hours, closedDays: Workplace['closedDays'], at: Instant): boolean {
  if (hours === '24/7') return true;
  const [opens = '', closes = ''] = hours.split('-');
  const time = DateTime.fromISO(at, { zone }).toFormat('HH:mm');
  const [isAfter, isBefore] = [opens <= time, time < closes];
  // Hours that end earlier than they begin lead through the night.
  const isOnDuty = opens < closes ? isAfter && isBefore : isAfter || isBefore;
  return isOnDuty && closedRanges(at, instantOf(Date.parse(at) + 1), { zone, country, closedDays }).length === 0;
}

/** Whether a desk is staffed, and when it opens: by its hours, public holidays, and closed and half days of its agency. */

import { DateTime } from 'luxon';
import { offsetAt } from '../clocks/calendar.ts';
import { dayIn, isoDate, type LocalDay, weekdayOf } from '../clocks/local-day.ts';
import { closureOn } from '../clocks/working-days.ts';
import type { Instant } from '../vocabulary.ts';
import { type AgencyDays, type ContactPoint, placeOf } from './directory.ts';
import { type OpeningHours, parseHours, type TimeRange, WEEKDAYS } from './opening-hours.ts';

type Desk = Pick<ContactPoint, 'hours' | 'zone' | 'country' | 'calendar'>;

/** `agencyDays` are those of its agency. A `24/7` desk is always staffed; one with hours that are not valid never. */
export function isStaffed(desk: Desk, agencyDays: AgencyDays, at: Instant): boolean {
  const hours = parseHours(desk.hours);
  if (hours === undefined || hours.kind === 'always') return hours !== undefined;
  const day = dayIn(at, desk.zone);
  const minute = minuteIn(at, desk.zone);
  const today = hoursOn(day, hours, desk, agencyDays);
  const isOpen = today.ranges.some((range) => range.from <= minute && (minute < range.to || isOvernight(range)));
  if (isOpen) return minute < today.closesAt;
  // Hours that are the same on every working day belong to the day itself, also after midnight.
  const night = hours.kind === 'working-days' ? today : hoursOn(day - 1, hours, desk, agencyDays);
  if (hours.kind === 'by-weekday' && night.closesAt < WHOLE_DAY) return false;
  return night.ranges.some((range) => isOvernight(range) && minute < range.to) && minute < today.closesAt;
}

/** When the desk is staffed next. Undefined if it is staffed at `at`, or not within a month. */
export function opensAt(desk: Desk, agencyDays: AgencyDays, at: Instant): Instant | undefined {
  const hours = parseHours(desk.hours);
  if (hours === undefined || isStaffed(desk, agencyDays, at)) return undefined;
  const first = dayIn(at, desk.zone);
  for (let day = first; day <= first + DAYS_AHEAD; day += 1) {
    const starts = [0, ...hoursOn(day, hours, desk, agencyDays).ranges.map(({ from }) => from)];
    const openings = starts.map((minute) => instantOf(day, minute, desk.zone));
    const opening = openings.find((each) => each > at && isStaffed(desk, agencyDays, each));
    if (opening !== undefined) return opening;
  }
  return undefined;
}

/** An opening is looked for on this many days. */
export const DAYS_AHEAD = 31;
const WHOLE_DAY = 24 * 60;

/** The hours of one day. `closesAt` is earlier than midnight on a half day; in minutes. */
interface DayHours {
  ranges: readonly TimeRange[];
  closesAt: number;
}

function hoursOn(day: LocalDay, hours: OpeningHours, desk: Desk, agencyDays: AgencyDays): DayHours {
  const { closedDays, halfDays = [] } = agencyDays;
  const closure = closureOn(day, { place: placeOf(desk), closedDays });
  const half = halfDays.find((each) => each.day === isoDate(day));
  const closesAt = half ? minutesOf(half.closesAt) : WHOLE_DAY;
  if (hours.kind === 'always') return { ranges: [{ from: 0, to: WHOLE_DAY }], closesAt: WHOLE_DAY };
  if (hours.kind === 'working-days') return { ranges: closure ? [] : hours.ranges, closesAt };
  // Hours by weekday define the weekend of the desk.
  const isClosed = closure !== undefined && closure.why !== 'weekend';
  const weekday = WEEKDAYS[weekdayOf(day) - 1];
  return { ranges: (!isClosed && weekday && hours.days.get(weekday)) || [], closesAt };
}

function isOvernight({ from, to }: TimeRange): boolean {
  return to <= from;
}

function minuteIn(at: Instant, zone: string): number {
  const local = Math.floor(Date.parse(at) / 60_000 + offsetAt(at, zone));
  return ((local % WHOLE_DAY) + WHOLE_DAY) % WHOLE_DAY;
}

/** Routing needs the same openings for every referral, and luxon computes one in some ten microseconds. */
const openings = new Map<string, Instant>();
const MOST_OPENINGS = 20_000;

function instantOf(day: LocalDay, minute: number, zone: string): Instant {
  const key = `${day} ${minute} ${zone}`;
  const found = openings.get(key) ?? instantOfTime(day, minute, zone);
  if (openings.size >= MOST_OPENINGS) openings.clear();
  openings.set(key, found);
  return found;
}

/** Moved forward if clocks skip this time of day. */
function instantOfTime(day: LocalDay, minute: number, zone: string): Instant {
  const time = DateTime.fromISO(isoDate(day), { zone }).set({ hour: Math.floor(minute / 60), minute: minute % 60 });
  return new Date(time.toMillis()).toISOString();
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

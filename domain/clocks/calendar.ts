/** Computes due instants: exact hours, and calendar days to the end of the day in a time zone. */

import { DateTime, IANAZone } from 'luxon';
import type { ClockUnit } from '../events.ts';
import type { Instant } from '../vocabulary.ts';

/** The units that are supported. */
export const COUNTED_UNITS: readonly ClockUnit[] = ['hours', 'calendar-days'];

/** A change of the UTC offset of a time zone (daylight saving time); offsets in minutes. */
export interface OffsetChange {
  at: Instant;
  from: number;
  to: number;
}

/**
 * The instant at which `amount` of `unit` after `from` have passed. Hours are exact. Calendar days end with the last
 * millisecond of the day in `zone`; the day of `from` does not count (Regulation 1182/71 art. 3(1) and 3(2)(b)).
 *
 * @throws RangeError for a unit that is not supported, or a zone that does not exist.
 */
export function add(from: Instant, amount: number, unit: ClockUnit, zone: string): Instant {
  switch (unit) {
    case 'hours':
      return instantOf(Date.parse(from) + amount * HOUR);
    case 'calendar-days':
      return endOfDay(DateTime.fromISO(from, { zone }).plus({ days: amount }));
    case 'working-days':
    case 'weeks':
    case 'months':
    case 'years':
      throw new RangeError(`${unit} are not supported yet`);
  }
}

/** `dueAt` after a pause of `paused` milliseconds; in calendar days, again the end of a day. Never earlier. */
export function moveByPause(dueAt: Instant, paused: number, unit: ClockUnit, zone: string): Instant {
  const moved = instantOf(Date.parse(dueAt) + paused);
  return unit === 'hours' ? moved : endOfDay(DateTime.fromISO(moved, { zone }));
}

/** Milliseconds between two instants; 0 if `at` is before `since`. */
export function elapsed(since: Instant, at: Instant): number {
  return Math.max(0, Date.parse(at) - Date.parse(since));
}

/** The instant for milliseconds since 1970. */
export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}

/** Local time in `zone` with the offset: `2026-03-31 23:59:59 +02:00`. */
export function localTime(at: Instant, zone: string): string {
  return DateTime.fromISO(at, { zone }).toFormat('yyyy-MM-dd HH:mm:ss ZZ');
}

/** Whether the name is an IANA time zone. */
export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/** Every change of the UTC offset of `zone` after `from` and up to `to`. */
export function offsetChanges(from: Instant, to: Instant, zone: string): OffsetChange[] {
  const iana = IANAZone.create(zone);
  const changes: OffsetChange[] = [];
  const end = Date.parse(to);
  for (let start = Date.parse(from); start < end; start += DAY) {
    const next = Math.min(start + DAY, end);
    const [before, after] = [iana.offset(start), iana.offset(next)];
    if (before !== after) changes.push({ at: instantOf(instantOfChange(iana, start, next)), from: before, to: after });
  }
  return changes;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function endOfDay(moment: DateTime): Instant {
  return instantOf(moment.endOf('day').toMillis());
}

/** The first millisecond with the new offset, by binary search. */
function instantOfChange(zone: IANAZone, start: number, end: number): number {
  if (end - start <= 1) return end;
  const middle = Math.floor((start + end) / 2);
  return zone.offset(middle) === zone.offset(start)
    ? instantOfChange(zone, middle, end)
    : instantOfChange(zone, start, middle);
}

/** Computes due instants: exact hours, and calendar days to the end of the day in a time zone. */

import { DateTime, IANAZone } from 'luxon';
import type { Instant } from '../vocabulary.ts';
import type { ClockUnit } from './counting.ts';

/** A change of the UTC offset of a time zone (daylight saving time); offsets in minutes. */
export interface OffsetChange {
  at: Instant;
  from: number;
  to: number;
}

/**
 * The instant at which `amount` of `unit` after `from` have passed, as earlier versions computed it. Hours are exact. Calendar days end with the last
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
    case 'minutes':
    case 'working-days':
    case 'weeks':
    case 'months':
    case 'years':
      throw new RangeError(`earlier versions did not count ${unit}`);
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
  const offset = Math.round(offsetAt(at, zone));
  const shown = new Date(Date.parse(at) + offset * MINUTE).toISOString().slice(0, 19).replace('T', ' ');
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((n) =>
    String(n).padStart(2, '0'),
  );
  return `${shown} ${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/** Whether the name is an IANA time zone. */
export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/** Every change of the UTC offset of `zone` after `from` and up to `to`. */
export function offsetChanges(from: Instant, to: Instant, zone: string): OffsetChange[] {
  const [first, last] = [from, to].map((at) => new Date(at).getUTCFullYear());
  const changes: OffsetChange[] = [];
  for (let year = first ?? 0; year <= (last ?? -1); year += 1) {
    changes.push(...offsetsOf(year, zone).changes.filter(({ at }) => at > from && at <= to));
  }
  return changes;
}

/** The offset of `zone` from UTC at the instant, in minutes. Offsets of seconds, before about 1900, are rounded. */
export function offsetAt(at: Instant, zone: string): number {
  const { initial, changes } = offsetsOf(new Date(at).getUTCFullYear(), zone);
  return changes.findLast((change) => change.at <= at)?.to ?? initial;
}

/** The offset at the end of the year before, and the changes of a year. */
interface YearOffsets {
  initial: number;
  changes: readonly OffsetChange[];
}

/** By zone and year: reading one offset takes microseconds, and every clock of a zone needs the same ones. */
const offsetsCache = new Map<string, YearOffsets>();

function offsetsOf(year: number, zone: string): YearOffsets {
  const key = `${zone} ${year}`;
  const found = offsetsCache.get(key) ?? findOffsets(year, zone);
  offsetsCache.set(key, found);
  return found;
}

function findOffsets(year: number, zone: string): YearOffsets {
  const iana = IANAZone.create(zone);
  const changes: OffsetChange[] = [];
  // From the last instant before the year, so that a change in its first millisecond is found.
  const [from, end] = [startOfYear(year) - 1, startOfYear(year + 1) - 1];
  for (let start = from; start < end; start += DAY) {
    const next = Math.min(start + DAY, end);
    const [before, after] = [iana.offset(start), iana.offset(next)];
    if (before !== after) changes.push({ at: instantOf(instantOfChange(iana, start, next)), from: before, to: after });
  }
  return { initial: iana.offset(from), changes };
}

/** `Date.UTC` takes years below 100 as years of the twentieth century. */
function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
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

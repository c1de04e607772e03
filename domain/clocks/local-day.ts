/** Days of the civil calendar as numbers, and their limits in a time zone. */

import { DateTime } from 'luxon';
import type { Instant } from '../vocabulary.ts';
import { instantOf, offsetAt } from './calendar.ts';

/** Days since 1 January 1970, as if in UTC. Consecutive dates have consecutive numbers. */
export type LocalDay = number;

const DAY_MS = 86_400_000;

/** The date of the instant in `zone`, an IANA time zone. */
export function dayIn(at: Instant, zone: string): LocalDay {
  return Math.floor((Date.parse(at) + offsetAt(at, zone) * 60_000) / DAY_MS);
}

/** `2026-12-24` */
export function isoDate(day: LocalDay): string {
  const found = dateCache.get(day);
  if (found !== undefined) return found;
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (dateCache.size >= MOST_CACHED_DAYS) dateCache.clear();
  dateCache.set(day, date);
  return date;
}

const MOST_CACHED_DAYS = 20_000;
/** The same days are written again and again, and each takes a microsecond. */
const dateCache = new Map<LocalDay, string>();

/** The first instant of the day in `zone`. Midnight itself may not exist, if clocks change at midnight. */
export function startOfDay(day: LocalDay, zone: string): Instant {
  return limitsOf(day, zone).start;
}

/** The last millisecond of the day in `zone` (Regulation 1182/71 art. 3(2)(b)). */
export function endOfDay(day: LocalDay, zone: string): Instant {
  return limitsOf(day, zone).end;
}

/** False for a date that a change of the date line removed, for example 30 December 2011 in Pacific/Apia. */
export function isDateIn(day: LocalDay, zone: string): boolean {
  return limitsOf(day, zone).exists;
}

interface DayLimits {
  start: Instant;
  end: Instant;
  exists: boolean;
}

/** Luxon computes a day in some ten microseconds, and the same days are needed again and again. */
const limitsCache = new Map<string, Map<LocalDay, DayLimits>>();

function limitsOf(day: LocalDay, zone: string): DayLimits {
  const days = limitsCache.get(zone) ?? new Map<LocalDay, DayLimits>();
  const found = days.get(day);
  if (found) return found;
  const noon = localNoon(day, zone);
  const limits = {
    start: instantOf(noon.startOf('day').toMillis()),
    end: instantOf(noon.endOf('day').toMillis()),
    exists: noon.toISODate() === isoDate(day),
  };
  if (days.size >= MOST_CACHED_DAYS) days.clear();
  days.set(day, limits);
  limitsCache.set(zone, days);
  return limits;
}

/** The number of days that begin in the time from `from` until just before `to`. */
export function midnightsIn(from: Instant, to: Instant, zone: string): number {
  let midnights = 0;
  for (let day = dayIn(from, zone); startOfDay(day, zone) < to; day += 1) {
    if (startOfDay(day, zone) >= from && isDateIn(day, zone)) midnights += 1;
  }
  return midnights;
}

/** The end of the day that is `days` after the day of the instant. */
export function endOfDayAfter(at: Instant, days: number, zone: string): Instant {
  return endOfDay(dayIn(at, zone) + days, zone);
}

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: LocalDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The same date after that many months; the last day of the month if it has no such date (art. 3(2)(c)). */
export function addMonths(day: LocalDay, months: number): { day: LocalDay; isMonthEnd: boolean } {
  const from = DateTime.fromMillis(day * DAY_MS, { zone: 'utc' });
  const to = from.plus({ months });
  return { day: to.toMillis() / DAY_MS, isMonthEnd: to.day !== from.day };
}

/** Noon exists on every date: clocks do not change at noon. */
function localNoon(day: LocalDay, zone: string): DateTime {
  const { year, month, day: date } = DateTime.fromMillis(day * DAY_MS, { zone: 'utc' });
  return DateTime.fromObject({ year, month, day: date, hour: 12 }, { zone });
}

/** Days on which nobody works somewhere: weekends, public holidays of a country, an agency's own closed days. */

import Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import type { Country, Instant } from '../vocabulary.ts';
import { instantOf } from './calendar.ts';

export interface ClosedRange {
  from: Instant;
  to: Instant;
  why: 'weekend' | 'holiday' | 'closed-day';
  /** Of the holiday or closed day. */
  name?: string;
}

export interface Workplace {
  /** IANA time zone, whose days these are. */
  zone: string;
  country?: Country | undefined;
  /** Of the agency, beside the others: `2026-12-24` and why. */
  closedDays: readonly { day: string; name: string }[];
}

/** In order, days that follow one another for the same reason as one; cut off at both ends. */
export function closedRanges(from: Instant, to: Instant, place: Workplace, language = 'en'): ClosedRange[] {
  const ranges: ClosedRange[] = [];
  const end = DateTime.fromISO(to, { zone: place.zone });
  for (let day = DateTime.fromISO(from, { zone: place.zone }).startOf('day'); day < end; day = day.plus({ days: 1 })) {
    const reason = reasonOf(day, place, language);
    const starts = instantOf(Math.max(day.toMillis(), Date.parse(from)));
    const ends = instantOf(Math.min(day.plus({ days: 1 }).toMillis(), end.toMillis()));
    const last = ranges.at(-1);
    const goesOn = last && reason && last.to === starts && last.why === reason.why && last.name === reason.name;
    if (goesOn) last.to = ends;
    else if (reason) ranges.push({ from: starts, to: ends, ...reason });
  }
  return ranges;
}

/** What is said first is what the fewest know of. */
function reasonOf(day: DateTime, place: Workplace, language: string): Pick<ClosedRange, 'why' | 'name'> | undefined {
  const date = day.toFormat('yyyy-MM-dd');
  const closed = place.closedDays.find((each) => each.day === date);
  if (closed) return { why: 'closed-day', name: closed.name };
  const holiday = place.country && holidaysOf(place.country, day.year, language).get(date);
  if (holiday) return { why: 'holiday', name: holiday };
  return day.weekday >= SATURDAY ? { why: 'weekend' } : undefined;
}

const SATURDAY = 6;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Working them out takes milliseconds, and they stay the same. */
const known = new Map<string, ReadonlyMap<string, string>>();

/** Public ones by date; empty for a country that is not known, or is none. */
export function holidaysOf(country: Country, year: number, language: string): ReadonlyMap<string, string> {
  const key = `${country} ${year} ${language}`;
  const found = known.get(key) ?? publicHolidays(country, year, language);
  known.set(key, found);
  return found;
}

function publicHolidays(country: Country, year: number, language: string): ReadonlyMap<string, string> {
  const calendar = new Holidays(country, { types: ['public'] });
  const holidays = calendar.getHolidays(year, language) ?? [];
  return new Map(
    holidays.flatMap(({ date, start, end, name }) => {
      const first = DateTime.fromISO(date.slice(0, 10), { zone: 'utc' });
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
      return Array.from({ length: days }, (_, n) => [first.plus({ days: n }).toFormat('yyyy-MM-dd'), name] as const);
    }),
  );
}

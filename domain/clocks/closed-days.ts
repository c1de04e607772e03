/** Days on which a desk is closed: weekends, public holidays of the country, and closed days of the agency. */

import Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import type { Country, Instant } from '../vocabulary.ts';
import { instantOf } from './calendar.ts';

/** A closed period with its reason. */
export interface ClosedRange {
  from: Instant;
  to: Instant;
  why: 'weekend' | 'holiday' | 'closed-day';
  /** The name of the holiday or closed day. */
  name?: string;
}

/** The zone, country and closed days that define the working days of an agency. */
export interface Workplace {
  /** IANA time zone in which days are counted. */
  zone: string;
  country?: Country | undefined;
  /** Closed days of the agency: the date (`2026-12-24`) and its name. */
  closedDays: readonly { day: string; name: string }[];
}

/** In order; consecutive days with the same reason are one range. Limited to `from` and `to`. */
export function closedRanges(from: Instant, to: Instant, place: Workplace, language = 'en'): ClosedRange[] {
  const ranges: (Reason & { first: number; last: number })[] = [];
  const [start, end] = [from, to].map((at) => dayIn(at, place.zone));
  for (let day = start ?? 0; day <= (end ?? -1); day += DAY_MS) {
    const reason = reasonOf(new Date(day), place, language);
    const latest = ranges.at(-1);
    const continues = latest?.last === day - DAY_MS && latest.why === reason?.why && latest.name === reason.name;
    if (continues) latest.last = day;
    else if (reason) ranges.push({ ...reason, first: day, last: day });
  }
  // The start of a day in a zone is expensive to compute, so it is computed for closed days only.
  return ranges.flatMap(({ first, last, ...reason }) => {
    const [begins, ends] = [startOfDayIn(first, place.zone), startOfDayIn(last + DAY_MS, place.zone)];
    const range = { from: begins > from ? begins : from, to: ends < to ? ends : to, ...reason };
    return range.from < range.to ? [range] : [];
  });
}

type Reason = Pick<ClosedRange, 'why' | 'name'>;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The local day in the zone, as the timestamp of its midnight in UTC. */
function dayIn(at: Instant, zone: string): number {
  const { year, month, day } = DateTime.fromISO(at, { zone });
  return Date.UTC(year, month - 1, day);
}

/** The instant at which that day starts in the zone. */
function startOfDayIn(day: number, zone: string): Instant {
  return instantOf(
    DateTime.fromMillis(day, { zone: 'utc' }).setZone(zone, { keepLocalTime: true }).startOf('day').toMillis(),
  );
}

/** The least known reason first. */
function reasonOf(day: Date, { country, closedDays }: Workplace, language: string): Reason | undefined {
  const date = day.toISOString().slice(0, 10);
  const closed = closedDays.find((each) => each.day === date);
  if (closed) return { why: 'closed-day', name: closed.name };
  const holiday = country && holidaysOf(country, day.getUTCFullYear(), language).get(date);
  if (holiday) return { why: 'holiday', name: holiday };
  return day.getUTCDay() === SUNDAY || day.getUTCDay() === SATURDAY ? { why: 'weekend' } : undefined;
}

const SUNDAY = 0;
const SATURDAY = 6;

/** Computing the holidays of a year takes milliseconds. */
const holidayCache = new Map<string, ReadonlyMap<string, string>>();

/** Public holidays by date; empty if the country is unknown. */
export function holidaysOf(country: Country, year: number, language: string): ReadonlyMap<string, string> {
  const key = `${country} ${year} ${language}`;
  const found = holidayCache.get(key) ?? publicHolidays(country, year, language);
  holidayCache.set(key, found);
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

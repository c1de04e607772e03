/** The working days of a place: without weekends, public holidays of a country or region, and closed days of an agency. */

import Holidays, { type HolidaysTypes } from 'date-holidays';
import type { HalfDayOn } from './counting.ts';
import { HOLIDAY_CORRECTIONS } from './holiday-corrections.ts';
import { isoDate, type LocalDay, weekdayOf } from './local-day.ts';

/** Why a day is not a working day. */
export interface NonWorkingDay {
  why: 'weekend' | 'holiday' | 'closed-day';
  /** The name of the holiday or closed day. */
  name?: string;
}

/** The place whose working days count. */
export interface DayCalendar {
  /** ISO 3166-1 alpha-2 with an optional region of it: `DE`, `DE-BY`. Without it, only weekends and closed days are closed. */
  place?: string | undefined;
  /** Days on which the agency is closed: the date (`2026-12-24`) and its name. */
  closedDays?: readonly { day: string; name: string }[];
  /** Working days on which the agency closes early. */
  halfDays?: readonly HalfDayOn[];
}

/** Why the day is no working day; undefined for a working day. The most specific reason is given. */
export function closureOn(
  day: LocalDay,
  { place, closedDays = [] }: DayCalendar,
  language = 'en',
): NonWorkingDay | undefined {
  const date = isoDate(day);
  const closed = closedDays.find((each) => each.day === date);
  if (closed) return { why: 'closed-day', name: closed.name };
  const holiday = place && holidaysOf(place, Number(date.slice(0, 4)), language).get(date);
  if (holiday) return { why: 'holiday', name: holiday };
  return weekendOf(place).has(weekdayOf(day)) ? { why: 'weekend' } : undefined;
}

/** The name of a holiday in another language. If its English name has changed, the name is returned unchanged. */
export function holidayNameIn(place: string | undefined, date: string, name: string, language: string): string {
  const year = Number(date.slice(0, 4));
  if (place === undefined || holidaysOf(place, year, 'en').get(date) !== name) return name;
  return holidaysOf(place, year, language).get(date) ?? name;
}

/** True if public holidays of the country or region are known. */
export function isPlace(place: string): boolean {
  const [country = '', ...region] = place.split('-');
  const calendar = new Holidays();
  if (calendar.getCountries()[country] === undefined) return false;
  return region.length === 0 || partsOf(place) !== undefined;
}

/** Saturday and Sunday, for places of which nothing else is known. */
const USUAL_WEEKEND: ReadonlySet<number> = new Set([6, 7]);
const weekendCache = new Map<string, ReadonlySet<number>>();

/** The weekend of the country (Unicode CLDR, week data): Friday and Saturday in Israel, for example. */
export function weekendOf(place: string | undefined): ReadonlySet<number> {
  if (place === undefined) return USUAL_WEEKEND;
  const country = place.slice(0, 2);
  const found = weekendCache.get(country) ?? new Set(new Intl.Locale(`und-${country}`).getWeekInfo().weekend);
  weekendCache.set(country, found);
  return found;
}

/** Computing the holidays of a year takes milliseconds. */
const holidayCache = new Map<string, ReadonlyMap<string, string>>();

/**
 * Public holidays by date; empty if the place is unknown. A holiday that begins at noon or later leaves the day a working
 * day.
 *
 * @param place a country or region, for example `DE` or `DE-BY`
 */
export function holidaysOf(place: string, year: number, language: string): ReadonlyMap<string, string> {
  const key = `${place} ${year} ${language}`;
  const found = holidayCache.get(key) ?? publicHolidays(place, year, language);
  holidayCache.set(key, found);
  return found;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function publicHolidays(place: string, year: number, language: string): ReadonlyMap<string, string> {
  const parts = partsOf(place);
  if (parts === undefined) return new Map();
  const calendar = holidaysFor(parts);
  // A holiday of several days may begin in the year before.
  const holidays = [year - 1, year].flatMap((each) => calendar.getHolidays(each, language) ?? []);
  const { removed = [], movedFromWeekends = [] } = HOLIDAY_CORRECTIONS[parts[0]] ?? {};
  const days = holidays.flatMap(({ date, start, end, name, rule }) => {
    if (Number(date.slice(11, 13)) >= 12 || removed.includes(rule)) return [];
    const first = dayOf(date.slice(0, 10));
    // Days on which clocks change have 23 or 25 hours. Hours beyond whole days belong to no closed day.
    const length = Math.max(1, Math.floor((end.getTime() - start.getTime() + HOUR_MS) / DAY_MS));
    return Array.from({ length }, (_, n) => [isoDate(first + n), name] as const);
  });
  const ofYear = new Map(days.filter(([date]) => date.startsWith(`${year}-`)));
  for (const date of movedFromWeekends) addSubstitute(ofYear, dayOf(`${year}-${date}`), place);
  return ofYear;
}

/** The next working day after a holiday on a weekend is a holiday as well. */
function addSubstitute(holidays: Map<string, string>, holiday: LocalDay, place: string): void {
  const name = holidays.get(isoDate(holiday));
  const isFree = (day: LocalDay) => weekendOf(place).has(weekdayOf(day)) || holidays.has(isoDate(day));
  if (name === undefined || !weekendOf(place).has(weekdayOf(holiday))) return;
  let day = holiday;
  while (isFree(day)) day += 1;
  holidays.set(isoDate(day), `${name} (substitute day)`);
}

function dayOf(date: string): LocalDay {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

type PlaceParts = [country: string, state?: string, region?: string];

function holidaysFor(parts: PlaceParts): Holidays {
  const calendar = publicOnly(parts);
  const { added = {} } = HOLIDAY_CORRECTIONS[parts[0]] ?? {};
  for (const [rule, name] of Object.entries(added)) calendar.setHoliday(rule, { name: { en: name }, type: 'public' });
  return calendar;
}

function publicOnly([country, state, region]: PlaceParts): Holidays {
  const options: { types: HolidaysTypes.HolidayType[] } = { types: ['public'] };
  if (state === undefined) return new Holidays(country, options);
  return region === undefined ? new Holidays(country, state, options) : new Holidays(country, state, region, options);
}

/** `DE-BY` as country and state, `DE-BY-A` with a region of it. Undefined if there is no such place. */
function partsOf(place: string): PlaceParts | undefined {
  const [country = '', ...rest] = place.split('-');
  const [state = '', region = ''] = rest;
  if (rest.length === 0) return [country];
  const calendar = new Holidays();
  if (calendar.getStates(country)?.[state] === undefined) return undefined;
  if (region === '') return rest.length === 1 ? [country, state] : undefined;
  return calendar.getRegions(country, state)?.[region] === undefined || rest.length > 2
    ? undefined
    : [country, state, region];
}

/** Days on which a desk is closed: weekends, public holidays of the country, and closed days of the agency. */

import type { Country, Instant } from '../vocabulary.ts';
import { CalendarInForce } from './calendar-in-force.ts';
import type { RecordedCalendar } from './counting.ts';
import { dayIn, isoDate, type LocalDay, startOfDay } from './local-day.ts';
import { closureOn, holidayNameIn, type NonWorkingDay } from './working-days.ts';

/** A closed period with its reason. */
export interface ClosedRange extends NonWorkingDay {
  from: Instant;
  to: Instant;
}

/** The zone, country and closed days that define the working days of an agency. */
export interface Workplace {
  /** IANA time zone in which days are counted. */
  zone: string;
  country?: Country | undefined;
  /** Closed days of the agency: the date (`2026-12-24`) and its name. */
  closedDays: readonly { day: string; name: string }[];
  /** The calendar that a clock recorded: it comes before the present one. */
  recorded?: RecordedCalendar | undefined;
}

/** In order; consecutive days with the same reason are one range. Limited to `from` and `to`. */
export function closedRanges(from: Instant, to: Instant, place: Workplace, language = 'en'): ClosedRange[] {
  const { zone } = place;
  const closureOf = closureRule(dayIn(from, zone), place, language);
  const ranges: (NonWorkingDay & { first: number; last: number })[] = [];
  const end = dayIn(to, zone);
  for (let day = dayIn(from, zone); day <= end; day += 1) {
    const closure = closureOf(day);
    const latest = ranges.at(-1);
    const continues = latest?.last === day - 1 && latest.why === closure?.why && latest.name === closure.name;
    if (continues) latest.last = day;
    else if (closure) ranges.push({ ...closure, first: day, last: day });
  }
  // The start of a day in a zone is expensive to compute, so it is computed for closed days only.
  return ranges.flatMap(({ first, last, ...closure }) => {
    const [begins, ends] = [startOfDay(first, zone), startOfDay(last + 1, zone)];
    const range = { from: begins > from ? begins : from, to: ends < to ? ends : to, ...closure };
    return range.from < range.to ? [range] : [];
  });
}

function closureRule(first: LocalDay, { country, closedDays, recorded }: Workplace, language: string) {
  const present = { place: country, closedDays };
  if (recorded === undefined) return (day: LocalDay) => closureOn(day, present, language);
  const { rule } = new CalendarInForce(first, recorded, present);
  return (day: LocalDay): NonWorkingDay | undefined => {
    const closure = rule(day);
    if (closure?.why !== 'holiday' || closure.name === undefined) return closure;
    return { ...closure, name: holidayNameIn(recorded.place, isoDate(day), closure.name, language) };
  };
}

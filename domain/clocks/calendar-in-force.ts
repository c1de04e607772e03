/** The calendar of one clock: what was recorded of it stays, and later dates are looked up in the present one. */

import type { ClosedOn, HalfDayOn, RecordedCalendar } from './counting.ts';
import type { ClosureRule } from './deadline.ts';
import { isoDate, type LocalDay, weekdayOf } from './local-day.ts';
import { closureOn, type DayCalendar, type NonWorkingDay, weekendOf } from './working-days.ts';

/** Looks up days, and stores up to which date. */
export class CalendarInForce {
  readonly #first: LocalDay;
  readonly #recorded: RecordedCalendar | undefined;
  readonly #current: DayCalendar | undefined;
  readonly #closed: ReadonlyMap<string, ClosedOn>;
  readonly #weekend: readonly number[];
  #last: LocalDay | undefined;

  /**
   * @param first the day on which the clock starts
   * @param current without it, dates after those that are recorded have no holidays
   */
  constructor(first: LocalDay, recorded: RecordedCalendar | undefined, current?: DayCalendar) {
    const place = recorded?.place ?? current?.place;
    this.#first = first;
    this.#recorded = recorded;
    this.#current = current && { ...current, place };
    this.#closed = new Map(recorded?.closed.map((closed) => [closed.day, closed]));
    this.#weekend = recorded?.weekend ?? [...weekendOf(place)].sort();
  }

  /** Why the day is no working day. */
  readonly rule: ClosureRule = (day) => {
    this.#last = Math.max(this.#last ?? day, day);
    return this.#closureOn(day);
  };

  /** What was looked up until now, together with what was recorded; undefined if nothing was needed. */
  lookedUp(): RecordedCalendar | undefined {
    const recorded = this.#recorded;
    if (this.#last === undefined || (recorded && isoDate(this.#last) <= recorded.until)) return recorded;
    const place = this.#current?.place ?? this.#recorded?.place;
    const closed: ClosedOn[] = [];
    for (let day = this.#first; day <= this.#last; day += 1) {
      const closure = this.#closureOn(day);
      if (closure && closure.why !== 'weekend') {
        closed.push({ day: isoDate(day), why: closure.why, name: closure.name ?? '' });
      }
    }
    const halfDays = this.#halfDays(isoDate(this.#first), isoDate(this.#last));
    return {
      ...(place && { place }),
      ...{ weekend: [...this.#weekend], closed },
      ...(halfDays.length > 0 && { halfDays }),
      until: isoDate(this.#last),
    };
  }

  #halfDays(first: string, last: string): HalfDayOn[] {
    const { halfDays: recorded = [], until = '' } = this.#recorded ?? {};
    const later = this.#current?.halfDays?.filter(({ day }) => day >= first && day > until && day <= last) ?? [];
    return [...recorded, ...later.map(({ day, name, closesAt }) => ({ day, name, closesAt }))];
  }

  #closureOn(day: LocalDay): NonWorkingDay | undefined {
    const date = isoDate(day);
    const isRecorded = this.#recorded !== undefined && date <= this.#recorded.until;
    const found = isRecorded ? this.#closed.get(date) : this.#current && closureOn(day, this.#current);
    if (found && found.why !== 'weekend') return { why: found.why, ...(found.name && { name: found.name }) };
    return this.#weekend.includes(weekdayOf(day)) ? { why: 'weekend' } : undefined;
  }
}

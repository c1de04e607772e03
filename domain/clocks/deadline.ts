/** Computes one deadline, with every step that led to it (Regulation (EEC, Euratom) No 1182/71, art. 3). */

import { DateTime } from 'luxon';
import type { Instant } from '../vocabulary.ts';
import { instantOf, localTime, offsetChanges } from './calendar.ts';
import type { ClockUnit } from './counting.ts';
import { addMonths, dayIn, endOfDay, isDateIn, isoDate, type LocalDay, midnightsIn, startOfDay } from './local-day.ts';
import { closureOn, type DayCalendar, type NonWorkingDay } from './working-days.ts';

/** A time in which the period does not run: from `from`, and until just before `to`. */
export interface Pause {
  from: Instant;
  to: Instant;
}

/** A period that starts with an event. */
export interface Period {
  from: Instant;
  /** A positive whole number. */
  amount: number;
  unit: ClockUnit;
  /** IANA time zone in which hours begin and days end. */
  zone: string;
  /**
   * Minutes and hours count from the next full hour instead of the instant (art. 3(1)). In longer units the day of the
   * event never counts.
   */
  excludeFirstUnit?: boolean;
  /**
   * A last day that is not a working day moves to the next one. Two days or more include two working days (art. 3(4) and
   * 3(5)). Has no effect on minutes, hours and working days.
   */
  rollForward?: boolean;
  /** In any order. They may overlap. */
  pauses?: readonly Pause[];
}

/** One step of the computation, in the order in which they were made. */
export type DeadlineStep =
  | { step: 'started'; at: Instant; local: string }
  /** The rest of the hour of the event does not count. */
  | { step: 'first-hour-excluded'; until: Instant; local: string }
  /** The day of the event does not count. */
  | { step: 'first-day-excluded'; day: string }
  | { step: 'not-counted'; day: string; why: NonWorkingDay['why'] | 'paused' | 'no-such-date'; name?: string }
  /** A working day on which the agency closes early. It counts. */
  | { step: 'half-day'; day: string; name: string; closesAt: string }
  /** The month has no such date: its last day is taken. */
  | { step: 'end-of-month'; day: string }
  /** `moved` in milliseconds for minutes and hours, otherwise in days: the midnights that the pause contains. */
  | { step: 'paused'; from: Instant; to: Instant; moved: number; unit: 'milliseconds' | 'days' }
  /** The end without the rules of art. 3(4) and 3(5). */
  | { step: 'last-day'; day: string }
  | { step: 'rolled-over'; day: string; why: NonWorkingDay['why'] | 'no-such-date' | 'two-working-days'; name?: string }
  /** The offset of the zone from UTC changes within the period; in minutes. */
  | { step: 'offset-changed'; at: Instant; from: number; to: number }
  | { step: 'due'; at: Instant; local: string };

/** A deadline with its computation. */
export interface Deadline {
  dueAt: Instant;
  steps: DeadlineStep[];
}

/** Computes when the period ends. Total for a zone that exists and instants of the years 1 to 9999. */
export function deadlineOf(period: Period, calendar: DayCalendar | ClosureRule = {}): Deadline {
  const { from, unit, zone } = period;
  const isTimed = unit === 'minutes' || unit === 'hours';
  const { dueAt, steps } = isTimed ? endOfTime(period) : endOfDays(period, ruleOf(calendar));
  return {
    dueAt,
    steps: [
      { step: 'started', at: from, local: localTime(from, zone) },
      ...steps,
      ...offsetChanges(from, dueAt, zone).map((change) => ({ step: 'offset-changed' as const, ...change })),
      { step: 'due', at: dueAt, local: localTime(dueAt, zone) },
    ],
  };
}

/** Why a day is no working day; undefined for a working day. */
export type ClosureRule = (day: LocalDay) => NonWorkingDay | undefined;

function ruleOf(calendar: DayCalendar | ClosureRule): ClosureRule {
  return typeof calendar === 'function' ? calendar : (day) => closureOn(day, calendar);
}

const UNIT_MS = { minutes: 60_000, hours: 3_600_000 };

/** Minutes and hours are exact, and never move to a working day. */
function endOfTime({ from, amount, unit, zone, excludeFirstUnit, pauses = [] }: Period): Deadline {
  const steps: DeadlineStep[] = [];
  let start = Date.parse(from);
  if (excludeFirstUnit) {
    start = nextHour(from, zone);
    const until = instantOf(start);
    steps.push({ step: 'first-hour-excluded', until, local: localTime(until, zone) });
  }
  let due = start + amount * UNIT_MS[unit === 'minutes' ? 'minutes' : 'hours'];
  for (const pause of merged(pauses)) {
    const begins = Math.max(Date.parse(pause.from), start);
    if (begins >= due) break;
    const moved = Math.max(0, Date.parse(pause.to) - begins);
    due += moved;
    steps.push({ step: 'paused', ...pause, moved, unit: 'milliseconds' });
  }
  return { dueAt: instantOf(due), steps };
}

/** The next full hour of the local time. If clocks change by half an hour, it is not a whole number of hours away. */
function nextHour(from: Instant, zone: string): number {
  const begins = DateTime.fromISO(from, { zone });
  let next = begins.startOf('hour').plus({ hours: 1 }).toMillis();
  while (next <= begins.toMillis() || DateTime.fromMillis(next, { zone }).minute !== 0) next += HALF_HOUR_MS;
  return next;
}

const HALF_HOUR_MS = 30 * 60_000;

function endOfDays(period: Period, closure: ClosureRule): Deadline {
  const { from, unit, zone, rollForward } = period;
  const first = dayIn(from, zone);
  const steps: DeadlineStep[] = [{ step: 'first-day-excluded', day: isoDate(first) }];
  const days = new DaysOfPeriod(first, zone, closure, merged(period.pauses ?? []));
  const isCounted = unit === 'calendar-days' || unit === 'working-days';
  let last = isCounted ? days.countFrom(first, period, steps) : days.dateAfter(first, period, steps);
  steps.push(...days.pauseSteps(last), { step: 'last-day', day: isoDate(last) });
  if (rollForward && unit !== 'working-days') last = days.rollFrom(last, period, steps);
  return { dueAt: endOfDay(last, zone), steps };
}

/** The days of a period: which of them count, and on which it may end. */
class DaysOfPeriod {
  readonly #first: LocalDay;
  readonly #zone: string;
  readonly #closure: ClosureRule;
  readonly #pauses: readonly Pause[];

  constructor(first: LocalDay, zone: string, closure: ClosureRule, pauses: readonly Pause[]) {
    this.#first = first;
    this.#zone = zone;
    this.#closure = closure;
    this.#pauses = pauses;
  }

  /** The last of `amount` days after `day` that count. */
  countFrom(day: LocalDay, { amount, unit }: Period, steps: DeadlineStep[]): LocalDay {
    let last = day;
    for (let left = amount; left > 0; ) {
      last += 1;
      const skipped = this.#reasonNotToCount(last, unit === 'working-days');
      if (skipped) steps.push({ step: 'not-counted', day: isoDate(last), ...skipped });
      else left -= 1;
    }
    return last;
  }

  /** The date after weeks, months or years, and as many days later as do not count. */
  dateAfter(day: LocalDay, { amount, unit }: Period, steps: DeadlineStep[]): LocalDay {
    const months = unit === 'years' ? amount * 12 : amount;
    const { day: end, isMonthEnd } =
      unit === 'weeks' ? { day: day + 7 * amount, isMonthEnd: false } : addMonths(day, months);
    if (isMonthEnd) steps.push({ step: 'end-of-month', day: isoDate(end) });
    let last = end;
    for (let each = day + 1; each <= last; each += 1) {
      const isPaused = this.#isPaused(each);
      if (!isPaused && (each < last || isDateIn(each, this.#zone))) continue;
      steps.push({ step: 'not-counted', day: isoDate(each), why: isPaused ? 'paused' : 'no-such-date' });
      last += 1;
    }
    return last;
  }

  /** The first day from `day` on that is a working day, and at which the period has enough working days. */
  rollFrom(day: LocalDay, { amount, unit }: Period, steps: DeadlineStep[]): LocalDay {
    const needed = unit === 'calendar-days' && amount < 2 ? 0 : 2;
    let working = 0;
    for (let each = this.#first + 1; each <= day && working < needed; each += 1) {
      if (this.#reasonNotToEnd(each) === undefined) working += 1;
    }
    let last = day;
    for (;;) {
      const why = this.#reasonNotToEnd(last);
      if (why === undefined && working >= needed) return last;
      steps.push({ step: 'rolled-over', day: isoDate(last), ...(why ?? { why: 'two-working-days' }) });
      last += 1;
      if (this.#reasonNotToEnd(last) === undefined) working += 1;
    }
  }

  /** The pauses that begin before the end, with the days by which each moves it. */
  pauseSteps(last: LocalDay): DeadlineStep[] {
    return this.#pauses
      .filter(({ from, to }) => dayIn(from, this.#zone) <= last && dayIn(to, this.#zone) >= this.#first)
      .map((pause) => ({ step: 'paused', ...pause, moved: this.#midnightsIn(pause, last), unit: 'days' }));
  }

  #midnightsIn({ from, to }: Pause, last: LocalDay): number {
    const [begins, ends] = [startOfDay(this.#first + 1, this.#zone), startOfDay(last + 1, this.#zone)];
    return midnightsIn(from > begins ? from : begins, to < ends ? to : ends, this.#zone);
  }

  #reasonNotToCount(day: LocalDay, isWorkingDays: boolean) {
    if (!isDateIn(day, this.#zone)) return { why: 'no-such-date' as const };
    if (this.#isPaused(day)) return { why: 'paused' as const };
    return isWorkingDays ? this.#closure(day) : undefined;
  }

  #reasonNotToEnd(day: LocalDay) {
    return isDateIn(day, this.#zone) ? this.#closure(day) : { why: 'no-such-date' as const };
  }

  /** The day begins in a pause. */
  #isPaused(day: LocalDay): boolean {
    return this.#pauses.length > 0 && this.#pauses.some((pause) => isWithin(startOfDay(day, this.#zone), pause));
  }
}

function isWithin(at: Instant, { from, to }: Pause): boolean {
  return from <= at && at < to;
}

/** In order, without overlaps and without empty ones. */
function merged(pauses: readonly Pause[]): Pause[] {
  const result: Pause[] = [];
  for (const pause of [...pauses].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const latest = result.at(-1);
    if (pause.from >= pause.to) continue;
    if (latest === undefined || pause.from > latest.to) result.push({ ...pause });
    else if (pause.to > latest.to) latest.to = pause.to;
  }
  return result;
}

/**
 * An independent calculation of deadlines: it walks minute by minute, and reads the local time from Intl. Periods in months and
 * years are walked by quarters of an hour, because every day begins at one.
 */

import type { Pause, Period } from '../../../domain/clocks/deadline.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Local date and time: `2026-04-03 14:30`. */
function local(at: number, zone: string): { date: string; time: string } {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', {
      ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    });
  formats.set(zone, format);
  const [date = '', time = ''] = format.format(at).split(' ');
  return { date, time };
}

function isPaused(at: number, pauses: readonly Pause[]): boolean {
  return pauses.some(({ from, to }) => Date.parse(from) <= at && at < Date.parse(to));
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}

/**
 * The deadline in a calendar in which only weekends and these days are no working days. Starts and pauses are at full minutes.
 * Periods in months and years start at a quarter of an hour.
 */
export function slowDeadline(period: Period, closedDays: readonly { day: string }[]): string {
  const closed = new Set(closedDays.map(({ day }) => day));
  return period.unit === 'minutes' || period.unit === 'hours' ? slowTime(period) : slowDays(period, closed);
}

function slowTime({ from, amount, unit, zone, excludeFirstUnit, pauses = [] }: Period): string {
  let at = Date.parse(from);
  if (excludeFirstUnit) {
    do at += MINUTE;
    while (!local(at, zone).time.endsWith(':00'));
  }
  for (let left = amount * (unit === 'hours' ? 60 : 1); left > 0; at += MINUTE) {
    if (!isPaused(at, pauses)) left -= 1;
  }
  return new Date(at).toISOString();
}

function slowDays({ from, amount, unit, zone, rollForward, pauses = [] }: Period, closed: ReadonlySet<string>): string {
  const isWorking = (date: string) => !isWeekend(date) && !closed.has(date);
  const isByDate = unit === 'months' || unit === 'years';
  let months = unit === 'years' ? amount * 12 : amount;
  let left = isByDate ? Number.POSITIVE_INFINITY : unit === 'weeks' ? amount * 7 : amount;
  let [working, paused] = [0, 0];
  const first = local(Date.parse(from), zone).date;
  let date = first;
  for (let at = Date.parse(from); ; at += isByDate ? QUARTER : MINUTE) {
    const now = local(at, zone).date;
    if (now === date) continue;
    // The day that ended may have been the last one.
    const needed = rollForward && unit !== 'working-days' && (amount >= 2 || unit !== 'calendar-days') ? 2 : 0;
    const mayEnd = !rollForward || unit === 'working-days' || isWorking(date);
    if (left === 0 && working >= needed && mayEnd) return new Date(at - 1).toISOString();
    date = now;
    if (isWorking(date)) working += 1;
    if (left === Number.POSITIVE_INFINITY) {
      if (isPaused(at, pauses)) paused += 1;
      if (isMonthly(date, first)) months -= 1;
      // Days that began in a pause are added to the date.
      if (months === 0) left = paused;
    } else if (left > 0 && !isPaused(at, pauses) && (unit !== 'working-days' || isWorking(date))) left -= 1;
  }
}

/** The date is months after the first: on the same day, or at the end of a month that is too short for it. */
function isMonthly(date: string, first: string): boolean {
  const [day, wanted] = [Number(date.slice(8)), Number(first.slice(8))];
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 1_440 * MINUTE).getUTCDate();
  return day === wanted || (next === 1 && day < wanted);
}

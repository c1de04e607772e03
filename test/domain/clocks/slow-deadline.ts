/** An independent calculation of deadlines: it walks minute by minute, and reads the local time from Intl. */

import type { Pause, Period } from '../../../domain/clocks/deadline.ts';

const MINUTE = 60_000;
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

/** The deadline without holidays. Starts and pauses are at full minutes. */
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
  let left = unit === 'weeks' ? amount * 7 : amount;
  let working = 0;
  let { date } = local(Date.parse(from), zone);
  for (let at = Date.parse(from); ; at += MINUTE) {
    const now = local(at, zone).date;
    if (now === date) continue;
    // The day that ended may have been the last one.
    const needed = rollForward && unit !== 'working-days' && (amount >= 2 || unit === 'weeks') ? 2 : 0;
    const mayEnd = !rollForward || unit === 'working-days' || isWorking(date);
    if (left === 0 && working >= needed && mayEnd) return new Date(at - 1).toISOString();
    date = now;
    if (isWorking(date)) working += 1;
    if (left > 0 && !isPaused(at, pauses) && (unit !== 'working-days' || isWorking(date))) left -= 1;
  }
}

/** Months in UTC, written as `2026-11`. Statistics are kept by month. */

import type { Instant } from './vocabulary.ts';

/** Months from the first to the last, both inclusive. */
export interface Months {
  from: string;
  to: string;
}

/** The month of an instant. */
export function monthOf(instant: Instant): string {
  return instant.slice(0, 7);
}

/** The first instant of the month that is so many months later. */
export function startOfMonth(month: string, later = 0): Instant {
  const start = new Date(`${month}-01T00:00:00.000Z`);
  return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + later)).toISOString();
}

/** The month of the instant and the eleven before it. */
export function lastTwelveMonths(now: Instant): Months {
  const to = monthOf(now);
  return { from: monthOf(startOfMonth(to, -11)), to };
}

/** Each month of the period, in order of time. */
export function monthsBetween({ from, to }: Months): string[] {
  const all = [from];
  for (let last = from; last < to; all.push(last)) last = monthOf(startOfMonth(last, 1));
  return all;
}

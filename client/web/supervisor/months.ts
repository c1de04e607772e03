/** Months (UTC) as written in addresses: `2026-11`. */

import { DateTime } from 'luxon';
import { ReferralError } from '../../../domain/errors.ts';
import { type Months, monthOf, startOfMonth } from '../../../domain/months.ts';
import type { Instant } from '../../../domain/vocabulary.ts';
import type { Language } from '../../../domain/words/languages.ts';

/** From the one to the other; undefined where neither is named: then it is the last twelve. */
export function chosenMonths(from: string | undefined, to: string | undefined, now = new Date()): Months | undefined {
  if (from === undefined && to === undefined) return undefined;
  const last = to ?? monthOf(now.toISOString());
  const first = from ?? monthOf(startOfMonth(last, -11));
  if (first > last) throw new ReferralError('INVALID_INPUT', 'The first month comes after the last.', 'from');
  return { from: first, to: last };
}

/** That of `now` first. */
export function monthsBefore(now: Instant, count: number): string[] {
  const latest = DateTime.fromISO(now, { zone: 'utc' }).startOf('month');
  return [...Array(count).keys()].map((back) => latest.minus({ months: back }).toFormat('yyyy-MM'));
}

/** `Nov`. */
export function shortMonth(month: string, language: Language): string {
  return DateTime.fromISO(`${month}-01`, { zone: 'utc' }).setLocale(language).toFormat('LLL');
}

/** `November 2026`; of any day of the month. */
export function monthName(day: string, language: Language): string {
  return DateTime.fromISO(day, { zone: 'utc' }).setLocale(language).toFormat('LLLL yyyy');
}

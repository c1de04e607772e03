/** Months (UTC) as written in addresses: `2026-11`. */

import { DateTime } from 'luxon';
import { ReferralError } from '../../../domain/errors.ts';
import type { Instant } from '../../../domain/vocabulary.ts';
import type { Language } from '../../../domain/words/languages.ts';
import type { Period } from '../../queries/performance.ts';

/** From the first of the one to the end of the other; undefined where neither is named: then it is the last twelve. */
export function periodOf(from: string | undefined, to: string | undefined, now = new Date()): Period | undefined {
  if (from === undefined && to === undefined) return undefined;
  const last = DateTime.fromISO(to ?? now.toISOString().slice(0, 7), { zone: 'utc' });
  const first = from === undefined ? last.minus({ months: 11 }) : DateTime.fromISO(from, { zone: 'utc' });
  if (first > last) throw new ReferralError('INVALID_INPUT', 'The first month comes after the last.', 'from');
  return { from: instant(first), before: instant(last.plus({ months: 1 })) };
}

/** That of `now` first. */
export function monthsBefore(now: Instant, count: number): string[] {
  const latest = DateTime.fromISO(now, { zone: 'utc' }).startOf('month');
  return [...Array(count).keys()].map((back) => latest.minus({ months: back }).toFormat('yyyy-MM'));
}

/** `November 2026`; of any day of the month. */
export function monthName(day: string, language: Language): string {
  return DateTime.fromISO(day, { zone: 'utc' }).setLocale(language).toFormat('LLLL yyyy');
}

function instant(moment: DateTime): Instant {
  return moment.toJSDate().toISOString();
}

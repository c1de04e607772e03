/** Ticks of an axis of durations, in whole minutes, hours or days. */

import type { Translate } from '../../i18n/i18n.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps that people count in. Above the last one, its multiples. */
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 5, 10, 20, 50, 100].map((days) => days * DAY),
];

/** From 0 to the first tick at or above `mostMs`, in at most `count` steps of the same length. */
export function timeTicks(mostMs: number, count: number): number[] {
  const last = STEPS.at(-1) ?? DAY;
  const step = STEPS.find((each) => each * count >= mostMs) ?? Math.ceil(mostMs / count / last) * last;
  return Array.from({ length: Math.ceil(mostMs / step) + 1 }, (_, n) => n * step);
}

/** `30 min`, `2 h` or `3 days`. Ticks between whole hours are in minutes. */
export function tickLabel(ms: number, t: Translate): string {
  if (ms >= DAY && ms % DAY === 0) return t('pictures:range.days', { count: ms / DAY });
  if (ms > 0 && ms % HOUR === 0) return t('pictures:range.hours', { count: ms / HOUR });
  return t('everywhere:time.minutes', { minutes: ms / MINUTE });
}

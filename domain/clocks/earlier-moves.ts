/** Pauses and extensions of clocks that earlier versions started: in hours, or in calendar days without a calendar. */

import type { EventOf } from '../events.ts';
import type { Clock } from '../referral.ts';
import type { Instant } from '../vocabulary.ts';
import { add, elapsed, instantOf, moveByPause } from './calendar.ts';
import type { Warning } from './counting.ts';
import { endOfDayAfter, midnightsIn } from './local-day.ts';

/** @param warnAt the fractions of the present policy, for warnings that an extension repeats */
export function extendEarlier(
  clock: Clock,
  amount: number,
  at: Instant,
  warnAt: readonly number[],
): EventOf<'clock-extended'> {
  const dueAt = add(clock.dueAt, amount, clock.unit, clock.zone);
  const warnings = [...repeatedWarnings(clock, dueAt, at, warnAt), ...movedWarnings(clock, dueAt)];
  return { type: 'clock-extended', clockId: clock.id, amount, dueAt, warnings };
}

/** Warnings that were given already and are ahead again after an extension. Ignores pauses, so they may come early. */
function repeatedWarnings(
  { startedAt, warnings: [next] }: Clock,
  dueAt: Instant,
  now: Instant,
  warnAt: readonly number[],
): Warning[] {
  return warnAt
    .filter((fraction) => next === undefined || fraction < next.fraction)
    .map((fraction) => ({ fraction, at: fractionBetween(startedAt, dueAt, fraction) }))
    .filter(({ at }) => at > now);
}

/** @param since the start of the pause */
export function resumeEarlier(clock: Clock, since: Instant, at: Instant): EventOf<'clock-resumed'> {
  const { id: clockId, unit, zone } = clock;
  if (unit === 'hours') {
    const paused = elapsed(since, at);
    const dueAt = moveByPause(clock.dueAt, paused, unit, zone);
    return { type: 'clock-resumed', clockId, dueAt, warnings: movedWarnings(clock, dueAt, paused) };
  }
  const midnights = midnightsIn(since, at, zone);
  const dueAt = midnights === 0 ? clock.dueAt : endOfDayAfter(clock.dueAt, midnights, zone);
  // Warnings move as much as the deadline. A pause without a midnight moves nothing.
  const warnings = movedWarnings(clock, dueAt, elapsed(clock.dueAt, dueAt));
  return { type: 'clock-resumed', clockId, midnights, dueAt, warnings };
}

/**
 * A warning is at its fraction of the running time. With `s` as the start plus all pauses, that is
 * `s + fraction · (dueAt - s)`. So a pause moves it by (1 - fraction), and a later due instant by fraction.
 */
function movedWarnings({ warnings, dueAt: dueBefore }: Clock, dueAt: Instant, paused = 0): Warning[] {
  const later = elapsed(dueBefore, dueAt);
  return warnings.map(({ fraction, at }) => ({
    fraction,
    at: instantOf(Math.round(Date.parse(at) + (1 - fraction) * paused + fraction * later)),
  }));
}

function fractionBetween(start: Instant, end: Instant, fraction: number): Instant {
  return instantOf(Math.floor(Date.parse(start) + fraction * elapsed(start, end)));
}

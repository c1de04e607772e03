/** Pauses and extensions of a clock: its due instant is computed again from its start, with all of them. */

import type { EventOf, PauseReason } from '../events.ts';
import type { Clock, Counted } from '../referral.ts';
import type { Instant } from '../vocabulary.ts';
import { elapsed, instantOf } from './calendar.ts';
import type { Moved, PauseCap, Span, Warning } from './counting.ts';
import type { Pause } from './deadline.ts';
import { type Due, type DueInput, dueOf, warningsFor } from './due.ts';
import { dayIn, midnightsIn, startOfDay } from './local-day.ts';
import type { DayCalendar } from './working-days.ts';

/** A clock that records how it counts. */
export interface CountedClock extends Clock {
  counted: Counted;
}

/** Whether the clock records how it counts. Those of earlier versions do not. */
export function isCounted(clock: Clock): clock is CountedClock {
  return clock.counted !== undefined;
}

/** The clock with everything that its due instant is computed from. */
export function dueInputOf({ startedAt, amount, unit, zone, counted }: CountedClock): DueInput {
  return { ...{ startedAt, amount, unit, zone }, ...counted };
}

/** Pauses the clock. Empty if its pauses have already reached their longest time. */
export function pauseCounted(
  clock: CountedClock,
  reason: PauseReason,
  at: Instant,
  calendar: DayCalendar,
): EventOf<'clock-paused'>[] {
  const paused = { type: 'clock-paused', clockId: clock.id, reason } as const;
  const capAt = capOf(clock, at);
  if (capAt === undefined) return [paused];
  return capAt > at ? [{ ...paused, cap: capFor(clock, at, capAt, calendar) }] : [];
}

/** Resumes the clock, from its longest pause on if that is over. */
export function resumeCounted(
  clock: CountedClock,
  { since, cap }: { since: Instant; cap?: PauseCap },
  at: Instant,
  calendar: DayCalendar,
): EventOf<'clock-resumed'> {
  const type = 'clock-resumed';
  if (cap && cap.at < at) {
    const { at: pausedUntil, ...moved } = cap;
    return { type, clockId: clock.id, pausedUntil, ...moved };
  }
  return { type, clockId: clock.id, ...afterPause(clock, { from: since, to: at }, calendar) };
}

/** Extends the clock. Warnings that were given and are ahead again are repeated. */
export function extendCounted(
  clock: CountedClock,
  amount: number,
  at: Instant,
  calendar: DayCalendar,
): EventOf<'clock-extended'> {
  const { counted, state } = clock;
  const input = { ...dueInputOf(clock), extendedBy: counted.extendedBy + amount };
  const due = dueOf(input, calendar);
  const pending = clock.warnings.map(nameOf);
  const warnings = warningsFor(counted.planned, input, due);
  const extended: EventOf<'clock-extended'> = {
    ...{ type: 'clock-extended', clockId: clock.id, amount, dueAt: due.dueAt },
    warnings: warnings.filter((warning) => warning.at > at || pending.includes(nameOf(warning))),
    ...grown(counted, due),
  };
  if (state.status !== 'paused' || state.cap === undefined) return extended;
  const longer = { ...clock, counted: { ...counted, extendedBy: counted.extendedBy + amount } };
  return { ...extended, cap: capFor(longer, state.since, state.cap.at, calendar) };
}

function capFor(clock: CountedClock, from: Instant, to: Instant, calendar: DayCalendar): PauseCap {
  return { at: to, ...afterPause(clock, { from, to }, calendar) };
}

function afterPause(clock: CountedClock, pause: Pause, calendar: DayCalendar): Moved {
  const { counted, unit, zone } = clock;
  const input = { ...dueInputOf(clock), pauses: [...counted.pauses, pause] };
  const due = dueOf(input, calendar);
  const pending = clock.warnings.map(nameOf);
  const isTimed = unit === 'minutes' || unit === 'hours';
  return {
    dueAt: due.dueAt,
    warnings: warningsFor(counted.planned, input, due).filter((warning) => pending.includes(nameOf(warning))),
    ...(!isTimed && { midnights: midnightsIn(pause.from, pause.to, zone) }),
    ...grown(counted, due),
  };
}

/** The calendar, if more of it was looked up than before. */
function grown({ counting }: Counted, { calendar }: Due): Pick<Moved, 'calendar'> {
  return calendar && calendar !== counting.calendar ? { calendar } : {};
}

/** Warnings that are defined by the time that is left change their fraction when the clock moves. */
function nameOf({ fraction, before }: Warning): string {
  return before ? `${before.amount} ${before.unit} before` : String(fraction);
}

/** When a pause that begins at `at` reaches the longest time of all pauses; undefined if there is none. */
function capOf({ counted: { counting, pauses }, zone }: CountedClock, at: Instant): Instant | undefined {
  const { pauseCap } = counting;
  if (pauseCap === undefined) return undefined;
  const milliseconds = millisecondsOf(pauseCap);
  if (milliseconds !== undefined) {
    const used = pauses.reduce((sum, { from, to }) => sum + elapsed(from, to), 0);
    return instantOf(Date.parse(at) + Math.max(0, milliseconds - used));
  }
  const used = pauses.reduce((sum, { from, to }) => sum + midnightsIn(from, to, zone), 0);
  const left = pauseCap.amount - used;
  return left <= 0 ? at : startOfDay(dayIn(at, zone) + left + 1, zone);
}

/** Undefined for days. */
function millisecondsOf({ amount, unit }: Span): number | undefined {
  if (unit === 'minutes') return amount * 60_000;
  return unit === 'hours' ? amount * 3_600_000 : undefined;
}

/** Computes the due instant and the warnings of a clock from its start, its rules, its pauses and its extensions. */

import type { Counted } from '../referral.ts';
import type { Instant } from '../vocabulary.ts';
import { elapsed, instantOf } from './calendar.ts';
import { CalendarInForce } from './calendar-in-force.ts';
import type { ClockUnit, CountingRules, Limit, RecordedCalendar, Span, Warning } from './counting.ts';
import { type Deadline, deadlineOf, type Pause } from './deadline.ts';
import { dayIn, endOfDay, endOfDayAfter } from './local-day.ts';
import type { DayCalendar } from './working-days.ts';

/** A clock as far as its due instant depends on it. */
export interface DueInput extends Pick<Counted, 'counting' | 'pauses' | 'extendedBy'> {
  startedAt: Instant;
  amount: number;
  unit: ClockUnit;
  /** IANA time zone in which hours begin and days end. */
  zone: string;
}

/** The periods that are compared: its own, those of `latestOf` and `earliestOf`, and the date that the sender asked for. */
export interface DuePart extends Span {
  of: 'own' | 'latest' | 'earliest' | 'requested';
  /** The law of a limit. */
  source?: string;
  deadline: Deadline;
}

/** The due instant, and what it was computed from. */
export interface Due {
  dueAt: Instant;
  parts: DuePart[];
  /** The part that determines the due instant. */
  decisive: DuePart;
  /** What of the calendar was looked up, from the start. */
  calendar?: RecordedCalendar;
}

/**
 * Computes the due instant.
 *
 * @param current the calendar for dates after those that are recorded; without it, only weekends are closed there.
 */
export function dueOf(clock: DueInput, current?: DayCalendar): Due {
  const { amount, unit, extendedBy, counting, pauses } = clock;
  const calendar = new CalendarInForce(dayIn(clock.startedAt, clock.zone), counting.calendar, current);
  const part = (of: DuePart['of'], period: Limit, paused: readonly Pause[] = pauses): DuePart => ({
    ...{ of, amount: period.amount, unit: period.unit },
    ...(period.source && { source: period.source }),
    deadline: endOf(clock, period, paused, calendar),
  });
  const own = part('own', { ...rulesOf(counting), amount: amount + extendedBy, unit });
  const parts = [
    own,
    ...(counting.latestOf ?? []).map((limit) => part('latest', limit)),
    ...(counting.earliestOf ?? []).map((limit) => part('earliest', limit)),
  ];
  let decisive = parts.reduce((chosen, each) => (isChosen(each, chosen) ? each : chosen), own);
  const { requested } = counting;
  if (requested) {
    const asked = requestedPart(part('requested', requested.floor, []), requested.at, shiftOf(clock, own, calendar));
    parts.push(asked);
    if (asked.deadline.dueAt < decisive.deadline.dueAt) decisive = asked;
  }
  const recorded = calendar.lookedUp();
  return { dueAt: decisive.deadline.dueAt, parts, decisive, ...(recorded && { calendar: recorded }) };
}

/** The latest of the own period and of `latestOf` is compared with `earliestOf`, which come after them. */
function isChosen({ of, deadline: { dueAt } }: DuePart, { deadline }: DuePart): boolean {
  return of === 'latest' ? dueAt > deadline.dueAt : of === 'earliest' && dueAt < deadline.dueAt;
}

function endOf(clock: DueInput, period: Limit, pauses: readonly Pause[], { rule }: CalendarInForce): Deadline {
  const { startedAt: from, zone } = clock;
  return deadlineOf({ from, zone, amount: period.amount, unit: period.unit, ...rulesOf(period), pauses }, rule);
}

function rulesOf({ excludeFirstUnit, rollForward }: CountingRules): CountingRules {
  return { ...(excludeFirstUnit && { excludeFirstUnit }), ...(rollForward && { rollForward }) };
}

/** How much later pauses and extensions make the own period end, in milliseconds. They move a requested date as much. */
function shiftOf(clock: DueInput, own: DuePart, calendar: CalendarInForce): number {
  const plain = { ...rulesOf(clock.counting), amount: clock.amount, unit: clock.unit };
  return elapsed(endOf(clock, plain, [], calendar).dueAt, own.deadline.dueAt);
}

/** The requested date, but not earlier than the floor of the policy. A date has no steps. */
function requestedPart(floor: DuePart, requestedAt: Instant, shift: number): DuePart {
  const earliest = floor.deadline.dueAt > requestedAt ? floor.deadline.dueAt : requestedAt;
  return { ...floor, deadline: { dueAt: instantOf(Date.parse(earliest) + shift), steps: [] } };
}

/** The warnings of the plan at their instants: before the due instant, and in order. */
export function warningsFor(plan: readonly Omit<Warning, 'at'>[], clock: DueInput, due: Due): Warning[] {
  const end = unrolledEnd(due.decisive.deadline, clock.zone);
  const start = instantOf(Date.parse(clock.startedAt) + pausedTime(clock, due));
  const warnings = plan.map((planned) => warningOf(planned, start, end, clock.zone));
  return warnings
    .filter(({ at }) => at > clock.startedAt && at < due.dueAt)
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .filter(({ at }, index, all) => at !== all[index - 1]?.at);
}

/** Warnings count towards the end without moving to a working day, so that people do not rely on the later date. */
function unrolledEnd({ dueAt, steps }: Deadline, zone: string): Instant {
  const last = steps.find(({ step }) => step === 'last-day');
  const end = last?.step === 'last-day' ? endOfDay(Date.parse(`${last.day}T00:00:00Z`) / 86_400_000, zone) : dueAt;
  return end < dueAt ? end : dueAt;
}

/** How much later the pauses make the clock due, in milliseconds. */
function pausedTime(clock: DueInput, { dueAt, calendar }: Due): number {
  if (clock.pauses.length === 0) return 0;
  const counting = { ...clock.counting, ...(calendar && { calendar }) };
  return elapsed(dueOf({ ...clock, counting, pauses: [] }).dueAt, dueAt);
}

function warningOf({ fraction, before }: Omit<Warning, 'at'>, start: Instant, end: Instant, zone: string): Warning {
  const whole = elapsed(start, end);
  if (before === undefined) {
    return { fraction, at: instantOf(Math.floor(Date.parse(start) + fraction * whole)) };
  }
  const at = earlier(end, before, zone);
  return { fraction: whole === 0 ? 1 : Math.round((elapsed(start, at) / whole) * 1000) / 1000, at, before };
}

const UNIT_MS: Partial<Record<ClockUnit, number>> = { minutes: 60_000, hours: 3_600_000 };

function earlier(end: Instant, { amount, unit }: Span, zone: string): Instant {
  const milliseconds = UNIT_MS[unit];
  return milliseconds === undefined
    ? endOfDayAfter(end, -amount, zone)
    : instantOf(Date.parse(end) - amount * milliseconds);
}

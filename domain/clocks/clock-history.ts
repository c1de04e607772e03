/** The events of one clock in the journal, and the recalculation of its due instant. */

import { ReferralError } from '../errors.ts';
import type { EventOf, EventType, JournalEntry, PauseReason, ReferralEvent } from '../events.ts';
import { clocksAfter } from '../fold/clocks.ts';
import type { Clock } from '../referral.ts';
import type { Instant } from '../vocabulary.ts';
import { add, elapsed, moveByPause } from './calendar.ts';
import { dueInputOf, isCounted } from './counted-moves.ts';
import { dueOf } from './due.ts';
import { endOfDayAfter, midnightsIn } from './local-day.ts';

type ClockEvent = EventOf<Extract<EventType, `clock-${string}`>>;
/** The event that started a clock. */
export type ClockStarted = EventOf<'clock-started'>;

/** An event of the clock, with the number and time of its journal entry. */
export interface ClockEntry {
  seq: number;
  at: Instant;
  event: ClockEvent;
}

/**
 * The due instant computed from start, amounts and pauses, without the recorded due instants.
 *
 * @throws ReferralError UNKNOWN_CLOCK if the journal has no such clock.
 */
export function recomputeDue(journal: readonly JournalEntry[], clockId: string): Instant {
  return recomputedDue(clockEntries(journal, clockId));
}

/** The clocks of a journal, and those whose recorded due instant is not the recomputed one. */
export function recomputeAll(journal: readonly JournalEntry[]): { clocks: number; differing: DifferingClock[] } {
  const clocks = Map.groupBy(
    journal.flatMap(({ seq, at, event }) => (isClockEvent(event) ? [{ seq, at, event }] : [])),
    ({ event }) => event.clockId,
  );
  const differing = [...clocks].flatMap(([clockId, entries]): DifferingClock[] => {
    const [recordedAt, recomputedAt] = [recordedDue(entries), recomputedDue(entries)];
    return recordedAt === recomputedAt ? [] : [{ clockId, recordedAt, recomputedAt }];
  });
  return { clocks: clocks.size, differing };
}

/** A clock whose recorded due instant does not follow from its start, pauses and extensions. */
export interface DifferingClock {
  clockId: string;
  recordedAt: Instant;
  recomputedAt: Instant;
}

function recomputedDue(entries: readonly ClockEntry[]): Instant {
  const { at: startedAt, event: start } = startEntryOf(entries);
  const { amount, unit, zone, counting } = start;
  if (counting) return recountedDue(entries);
  return entries.reduce(
    (dueAt, { seq, at, event }) => {
      if (event.type === 'clock-extended') return add(dueAt, event.amount, unit, zone);
      if (event.type === 'clock-resumed') {
        const { since, length } = pauseBefore(seq, at, entries);
        if (event.midnights === undefined) return moveByPause(dueAt, length, unit, zone);
        const midnights = midnightsIn(since, at, zone);
        return midnights === 0 ? dueAt : endOfDayAfter(dueAt, midnights, zone);
      }
      return dueAt;
    },
    add(startedAt, amount, unit, zone),
  );
}

/** Only the recorded calendar is read, so that later changes of holidays and closed days do not matter. */
function recountedDue(entries: readonly ClockEntry[]): Instant {
  const clock = clockAfter(entries);
  return clock && isCounted(clock) ? dueOf(dueInputOf(clock)).dueAt : recordedDue(entries);
}

/** The clock after all of its events. */
export function clockAfter(entries: readonly ClockEntry[]): Clock | undefined {
  return entries.reduce<Clock[]>((clocks, { event, at }) => clocksAfter(clocks, event, at), [])[0];
}

/** The events of the clock in order; empty if there is no such clock. */
export function clockEntries(journal: readonly JournalEntry[], clockId: string): ClockEntry[] {
  return journal.flatMap(({ seq, at, event }) =>
    isClockEvent(event) && event.clockId === clockId ? [{ seq, at, event }] : [],
  );
}

function isClockEvent(event: ReferralEvent): event is ClockEvent {
  return event.type.startsWith('clock-');
}

/** @throws ReferralError UNKNOWN_CLOCK if the entries do not start with the start of a clock. */
export function startEntryOf(entries: readonly ClockEntry[]): { at: Instant; event: ClockStarted } {
  const [first] = entries;
  if (first?.event.type !== 'clock-started') {
    throw new ReferralError('UNKNOWN_CLOCK', 'This referral has no such deadline.');
  }
  return { at: first.at, event: first.event };
}

/** The last recorded due instant. */
export function recordedDue(entries: readonly ClockEntry[]): Instant {
  return entries.reduce(
    (dueAt, { event }) => ('dueAt' in event ? event.dueAt : dueAt),
    startEntryOf(entries).event.dueAt,
  );
}

/** The pause that ended with entry `seq` at `at`, and its length in milliseconds. */
export function pauseBefore(
  seq: number,
  at: Instant,
  entries: readonly ClockEntry[],
): { reason: PauseReason; since: Instant; length: number } {
  const pause = entries.findLast((entry) => entry.event.type === 'clock-paused' && entry.seq < seq);
  const reason = pause?.event.type === 'clock-paused' ? pause.event.reason : 'question';
  const since = pause?.at ?? at;
  return { reason, since, length: elapsed(since, at) };
}

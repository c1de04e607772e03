/** The life of one clock, picked out of the journal, and its due instant counted anew. */

import { ReferralError } from '../errors.ts';
import type { EventOf, EventType, JournalEntry, PauseReason, ReferralEvent } from '../events.ts';
import type { Instant } from '../vocabulary.ts';
import { add, elapsed, moveByPause } from './calendar.ts';

type ClockEvent = EventOf<Extract<EventType, `clock-${string}`>>;
export type ClockStarted = EventOf<'clock-started'>;

/** One event of the clock's life, where it stands in the journal. */
export interface ClockEntry {
  seq: number;
  at: Instant;
  event: ClockEvent;
}

/**
 * The due instant out of start, amounts and pauses, without looking at any due instant that was recorded.
 *
 * @throws ReferralError UNKNOWN_CLOCK where the journal knows no such clock.
 */
export function recomputeDue(journal: readonly JournalEntry[], clockId: string): Instant {
  const life = clockEntries(journal, clockId);
  const { at: startedAt, event: start } = startEntryOf(life);
  const { amount, unit, zone } = start;
  return life.reduce(
    (dueAt, { seq, at, event }) => {
      if (event.type === 'clock-extended') return add(dueAt, event.amount, unit, zone);
      if (event.type === 'clock-resumed') return moveByPause(dueAt, pauseBefore(seq, at, life).length, unit, zone);
      return dueAt;
    },
    add(startedAt, amount, unit, zone),
  );
}

/** Its events in order; none where there is no such clock. */
export function clockEntries(journal: readonly JournalEntry[], clockId: string): ClockEntry[] {
  return journal.flatMap(({ seq, at, event }) =>
    isClockEvent(event) && event.clockId === clockId ? [{ seq, at, event }] : [],
  );
}

function isClockEvent(event: ReferralEvent): event is ClockEvent {
  return event.type.startsWith('clock-');
}

/** @throws ReferralError UNKNOWN_CLOCK for a life that never began. */
export function startEntryOf(life: readonly ClockEntry[]): { at: Instant; event: ClockStarted } {
  const [first] = life;
  if (first?.event.type !== 'clock-started') {
    throw new ReferralError('UNKNOWN_CLOCK', 'This referral has no such clock.');
  }
  return { at: first.at, event: first.event };
}

/** The last due instant that was recorded. */
export function recordedDue(life: readonly ClockEntry[]): Instant {
  return life.reduce((dueAt, { event }) => ('dueAt' in event ? event.dueAt : dueAt), startEntryOf(life).event.dueAt);
}

/** The pause that ended with entry `seq` at `at`, and its length in milliseconds. */
export function pauseBefore(
  seq: number,
  at: Instant,
  life: readonly ClockEntry[],
): { reason: PauseReason; length: number } {
  const pause = life.findLast((moment) => moment.event.type === 'clock-paused' && moment.seq < seq);
  const reason = pause?.event.type === 'clock-paused' ? pause.event.reason : 'question';
  return { reason, length: elapsed(pause?.at ?? at, at) };
}

/** Explains a clock: its history from the journal, and a recalculation of its due instant. */

import type { ClockSubject, EventType, ExpiryAction, JournalEntry, PauseReason } from '../events.ts';
import type { ExtensionReason, Instant } from '../vocabulary.ts';
import { localTime, offsetChanges } from './calendar.ts';
import {
  type ClockEntry,
  type ClockStarted,
  clockAfter,
  clockEntries,
  pauseBefore,
  recomputeDue,
  recordedDue,
  startEntryOf,
} from './clock-history.ts';
import { type CountedClock, dueInputOf, isCounted } from './counted-moves.ts';
import type { RecordedBasis, Span, Warning } from './counting.ts';
import type { DeadlineStep } from './deadline.ts';
import { type Due, type DuePart, dueOf } from './due.ts';
import { withHalfDays } from './half-days.ts';
import type { ClockPolicies } from './policy-schema.ts';
import type { ClockZones } from './start-clock.ts';
import { isSameSubject, recipientOfClock, subjectOf } from './triggers.ts';

/** The steps from the start of a clock to its due time. */
export interface Explanation {
  clockId: string;
  /** As it started: name, subject, debtor, amount, unit, zone, first due instant, policy version. */
  start: ClockStarted;
  /** As it was at the start. For clocks of earlier versions: undefined if the present policies have another version. */
  basis: Basis | undefined;
  /** In chronological order. */
  lines: ClockChange[];
  /** The recorded due instant. `recomputedAt` is computed from amounts and pauses only, and must be equal. */
  due: { at: Instant; recomputedAt: Instant; readings: LocalTime[] };
  /** The periods that were compared, with each step. Absent for clocks of earlier versions. */
  computation?: ComputedPeriod[];
}

type Basis = Pick<RecordedBasis, 'level' | 'text' | 'source'>;

/** One period from which the due instant was computed. */
export interface ComputedPeriod extends Span {
  of: DuePart['of'];
  source?: string;
  dueAt: Instant;
  /** Whether the clock is due at the end of this period. */
  decisive: boolean;
  /** Days that did not count, moves to a working day, pauses and changes of the clocks, in order. */
  steps: DeadlineStep[];
}

/** A change of the clock. */
export type ClockChange = { at: Instant } & (
  | { what: 'started'; dueAt: Instant; warnings: Warning[] }
  | { what: 'paused'; reason: PauseReason }
  /**
   * `paused` is the time that was counted as a pause, in milliseconds. `midnights` of it move a deadline in days. `capped` if it
   * ended because all pauses reached their longest time.
   */
  | {
      what: 'resumed';
      reason: PauseReason;
      paused: number;
      midnights?: number;
      capped?: true;
      dueAt: Instant;
      warnings: Warning[];
    }
  /** `reasonSeq` is the entry whose particulars contain the reason. */
  | {
      what: 'extended';
      amount: number;
      reason?: ExtensionReason;
      reasonSeq?: number;
      estimateAt?: Instant;
      dueAt: Instant;
      warnings: Warning[];
    }
  | { what: 'warned'; fraction: number }
  | { what: 'expired'; action: ExpiryAction }
  | { what: 'stopped'; by: EventType; late: boolean }
  /** The act that stopped it was taken back. */
  | { what: 'restored' }
  /** Daylight saving time started or ended in its zone; offsets from UTC in minutes. */
  | { what: 'offset-changed'; from: number; to: number }
);

/** The due instant as local time: `2026-03-31 23:59:59 +02:00`. */
export interface LocalTime {
  of: 'clock' | 'sender' | 'recipient' | 'utc';
  zone: string;
  time: string;
}

/**
 * Explains one clock. `zones` are those of the directory, and `policies` the current ones: both are used only for clocks of earlier
 * versions, which recorded neither.
 *
 * @throws ReferralError UNKNOWN_CLOCK if the journal has no such clock.
 */
export function explainClock(
  journal: readonly JournalEntry[],
  clockId: string,
  zones: ClockZones,
  policies: ClockPolicies,
): Explanation {
  const entries = clockEntries(journal, clockId);
  const { event: start } = startEntryOf(entries);
  const at = recordedDue(entries);
  const counted = recounted(entries);
  const recomputedAt = counted?.due.dueAt ?? recomputeDue(journal, clockId);
  return {
    clockId,
    start,
    basis: start.counting?.basis ?? basisOf(start, policies),
    lines: [
      ...entries.map((entry) => changeOf(entry, entries, journal)),
      ...offsetChangesWhileRunning(entries, at),
    ].sort(byTime),
    due: { at, recomputedAt, readings: localTimesOf(at, start, journal, zones) },
    ...(counted && { computation: computationOf(counted) }),
  };
}

/** The clock, computed again from its start, pauses and extensions; undefined for clocks of earlier versions. */
function recounted(entries: readonly ClockEntry[]): { due: Due; clock: CountedClock } | undefined {
  const clock = clockAfter(entries);
  return clock && isCounted(clock) ? { due: dueOf(dueInputOf(clock)), clock } : undefined;
}

function computationOf({ due: { parts, decisive }, clock }: { due: Due; clock: CountedClock }): ComputedPeriod[] {
  return parts.map(({ of, amount, unit, source, deadline }) => ({
    ...{ of, amount, unit, ...(source && { source }) },
    ...{ dueAt: deadline.dueAt, decisive: deadline === decisive.deadline },
    steps: withHalfDays(deadline.steps, clock.counted.counting.calendar?.halfDays),
  }));
}

/** The text of another policy version would not explain this clock. */
function basisOf(start: ClockStarted, { version, clocks }: ClockPolicies): Explanation['basis'] {
  const basis = version === start.policyVersion ? clocks.find(({ id }) => id === start.name)?.basis : undefined;
  return basis && { level: basis.level, text: basis.text };
}

function changeOf(
  { seq, at, event }: ClockEntry,
  entries: readonly ClockEntry[],
  journal: readonly JournalEntry[],
): ClockChange {
  switch (event.type) {
    case 'clock-started':
      return { at, what: 'started', dueAt: event.dueAt, warnings: event.warnings };
    case 'clock-paused':
      return { at, what: 'paused', reason: event.reason };
    case 'clock-resumed': {
      const { midnights, dueAt, warnings, pausedUntil } = event;
      const { reason, length } = pauseBefore(seq, pausedUntil ?? at, entries);
      const moved = {
        ...(midnights !== undefined && { midnights }),
        ...(pausedUntil !== undefined && { capped: true as const }),
      };
      return { at, what: 'resumed', reason, paused: length, ...moved, dueAt, warnings };
    }
    case 'clock-extended': {
      const { amount, dueAt, warnings, clockId } = event;
      return { at, what: 'extended', amount, ...extensionReason(clockId, seq, journal), dueAt, warnings };
    }
    case 'clock-warned':
      return { at, what: 'warned', fraction: event.fraction };
    case 'clock-expired':
      return { at, what: 'expired', action: event.action };
    case 'clock-restored':
      return { at, what: 'restored' };
    case 'clock-stopped': {
      const stopper = journal.find((entry) => entry.seq === event.bySeq);
      return { at, what: 'stopped', by: stopper?.event.type ?? event.type, late: event.late };
    }
  }
}

/** The reason and the estimate of the extension that entry `seq` applies. */
function extensionReason(clockId: string, seq: number, journal: readonly JournalEntry[]) {
  const granted = journal
    .filter((entry) => entry.seq < seq)
    .flatMap(({ seq, event }) =>
      event.type === 'extension-granted' && event.clockId === clockId ? [{ seq, event }] : [],
    )
    .at(-1);
  return {
    ...(granted?.event.reason && { reason: granted.event.reason }),
    ...(granted?.event.text && { reasonSeq: granted.seq }),
    ...(granted?.event.estimateAt && { estimateAt: granted.event.estimateAt }),
  };
}

/** Offset changes while the clock ran, because they move its due instant. */
function offsetChangesWhileRunning(entries: readonly ClockEntry[], dueAt: Instant): ClockChange[] {
  const { at: startedAt, event: start } = startEntryOf(entries);
  const last = entries.findLast(({ event }) => event.type === 'clock-stopped' || event.type === 'clock-restored');
  const stoppedAt = last?.event.type === 'clock-stopped' ? last.at : dueAt;
  const until = stoppedAt < dueAt ? stoppedAt : dueAt;
  return offsetChanges(startedAt, until, start.zone).map((change) => ({ what: 'offset-changed', ...change }));
}

function byTime(one: ClockChange, other: ClockChange): number {
  return one.at < other.at ? -1 : Number(one.at > other.at);
}

function localTimesOf(
  at: Instant,
  { zone, subject, counting }: ClockStarted,
  journal: readonly JournalEntry[],
  zones: ClockZones,
): LocalTime[] {
  const recipientId = recipientOf(subject, journal);
  const { sender, recipient } = counting?.zones ?? {
    ...{ sender: zones.sender, recipient: recipientId && zones.recipient(recipientId) },
  };
  const zonesToShow: [LocalTime['of'], string | undefined][] = [
    ['clock', zone],
    ['sender', sender],
    ['recipient', recipient],
    ['utc', 'UTC'],
  ];
  return zonesToShow.flatMap(([of, zone]) => (zone ? [{ of, zone, time: localTime(at, zone) }] : []));
}

/** The recipient that the clock is about: itself, by its question, or by its translation. */
function recipientOf(subject: ClockSubject, journal: readonly JournalEntry[]): string | undefined {
  const events = journal.map(({ event }) => event);
  const askers = events.flatMap((event) => {
    if (event.type !== 'question-asked' && event.type !== 'translation-asked') return [];
    return isSameSubject(subjectOf(event), subject) ? [event.asker] : [];
  });
  const asker = askers.flatMap((party) => (party.kind === 'recipient' ? [party.recipientId] : []))[0];
  return recipientOfClock(subject) ?? asker;
}

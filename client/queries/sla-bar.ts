/** Computes the bar of one clock for the SLA chart: start, end, pauses, extensions and overdue time. */

import { instantOf } from '../../domain/clocks/calendar.ts';
import type { ClockName } from '../../domain/clocks/clock-names.ts';
import type { ClosedRange } from '../../domain/clocks/closed-days.ts';
import type { ClockChange, Explanation } from '../../domain/clocks/explanation.ts';
import type { ClockSubject, Debtor, EventType, PauseReason } from '../../domain/events.ts';
import type { Clock } from '../../domain/referral.ts';
import type { Instant } from '../../domain/vocabulary.ts';

/** One clock as a bar of the chart: start, due time, pauses and end. */
export interface Bar {
  clockId: string;
  name: ClockName;
  subject: ClockSubject;
  debtor: Debtor;
  /** The agency that must act; for a recipient's clock, the recipient's agency. */
  agencyId: string;
  /** The time zone in which days are counted. */
  zone: string;
  startedAt: Instant;
  /** The current and the original due instant. */
  dueAt: Instant;
  firstDueAt: Instant;
  /** The end of the bar: when the clock stopped; else now or the due instant, whichever is later. */
  endsAt: Instant;
  state: Clock['state']['status'];
  /** An open pause ends now. */
  pauses: { from: Instant; to: Instant; reason: PauseReason; open: boolean }[];
  warnings: { at: Instant; fraction: number; given: boolean }[];
  extensions: { at: Instant; amount: number; dueAt: Instant; estimateAt?: Instant }[];
  stop?: { at: Instant; by: EventType; late: boolean };
  /** The overdue time: until the clock was stopped late, or until now. */
  breach?: { from: Instant; to: Instant };
  /** Days within the axis on which the agency is closed, in its time zone. */
  closed: ClosedRange[];
  /** How the due instant was computed, minute by minute. */
  explanation: Explanation;
  /** The numbers of the entries that are about the clock, and of the one that stopped it, in the viewer's view. */
  entries: number[];
}

/** Computes the bar from the clock and its changes. */
export function barOf(
  clock: Clock,
  { lines, start }: Explanation,
  now: Instant,
): Omit<Bar, 'agencyId' | 'closed' | 'explanation' | 'entries'> {
  const { id: clockId, name, subject, debtor, zone, startedAt, dueAt, state } = clock;
  const last = lines.findLast(({ what }) => what === 'stopped' || what === 'restored');
  const stop = last?.what === 'stopped' ? last : undefined;
  const breach = breachOf(clock, now);
  return {
    ...{ clockId, name, subject, debtor, zone, startedAt, dueAt, firstDueAt: start.dueAt, state: state.status },
    endsAt: stop?.at ?? (now > dueAt ? now : dueAt),
    pauses: pausesIn(lines, stop?.at ?? now, stop !== undefined),
    warnings: warningsOf(clock, lines),
    extensions: lines.flatMap(extensionIn),
    ...(stop && { stop: { at: stop.at, by: stop.by, late: stop.late } }),
    ...(breach && { breach }),
  };
}

/** A pause that was not resumed ends with the clock. One that reached the longest time ended before the clock resumed. */
function pausesIn(lines: readonly ClockChange[], end: Instant, isStopped: boolean): Bar['pauses'] {
  return lines.flatMap((line, index) => {
    if (line.what !== 'paused') return [];
    const resumed = lines.slice(index).find((each) => each.what === 'resumed');
    const isOpen = resumed === undefined && !isStopped;
    const to = resumed ? instantOf(Date.parse(line.at) + resumed.paused) : end;
    return [{ from: line.at, to, reason: line.reason, open: isOpen }];
  });
}

/** Warnings that were given, followed by those to come. */
function warningsOf({ warnings, state }: Clock, lines: readonly ClockChange[]): Bar['warnings'] {
  const given = lines.flatMap((line) =>
    line.what === 'warned' ? [{ at: line.at, fraction: line.fraction, given: true }] : [],
  );
  const isLive = state.status === 'running' || state.status === 'paused';
  return [...given, ...(isLive ? warnings.map((warning) => ({ ...warning, given: false })) : [])];
}

function extensionIn(line: ClockChange): Bar['extensions'] {
  if (line.what !== 'extended') return [];
  const { at, amount, dueAt, estimateAt } = line;
  return [{ at, amount, dueAt, ...(estimateAt && { estimateAt }) }];
}

/** While a clock is paused, it does not become overdue. */
function breachOf({ dueAt, state }: Clock, now: Instant): Bar['breach'] {
  if (state.status === 'paused') return undefined;
  if (state.status === 'stopped') return state.late ? { from: dueAt, to: state.at } : undefined;
  return state.status === 'expired' || dueAt < now ? { from: dueAt, to: now > dueAt ? now : dueAt } : undefined;
}

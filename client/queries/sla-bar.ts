/** One clock as a bar: where it begins and ends, what stopped and moved it, and since when it is over time. */

import type { ClosedRange } from '../../domain/clocks/closed-days.ts';
import type { ClockChange, Explanation } from '../../domain/clocks/explanation.ts';
import type { ClockSubject, Debtor, EventType, PauseReason } from '../../domain/events.ts';
import type { Clock } from '../../domain/referral.ts';
import type { ClockName, Instant } from '../../domain/vocabulary.ts';

export interface Bar {
  clockId: string;
  name: ClockName;
  subject: ClockSubject;
  debtor: Debtor;
  /** Whoever owes it; of a recipient's clock that recipient's agency. */
  agencyId: string;
  /** Whose day is counted. */
  zone: string;
  startedAt: Instant;
  /** As it stands, and as it stood at first. */
  dueAt: Instant;
  firstDueAt: Instant;
  /** Where the bar ends: stopped; else now, or the due instant where that is later. */
  endsAt: Instant;
  state: Clock['state']['status'];
  /** An open pause ends now. */
  pauses: { from: Instant; to: Instant; reason: PauseReason; open: boolean }[];
  warnings: { at: Instant; fraction: number; given: boolean }[];
  extensions: { at: Instant; amount: number; dueAt: Instant; estimateAt?: Instant }[];
  stop?: { at: Instant; by: EventType; late: boolean };
  /** Since when it is over time: until it was stopped late, or still. */
  breach?: { from: Instant; to: Instant };
  /** Days within the axis on which nobody works there, in its zone. */
  closed: ClosedRange[];
  /** Minute by minute. */
  explanation: Explanation;
}

export function barOf(
  clock: Clock,
  { lines, start }: Explanation,
  now: Instant,
): Omit<Bar, 'agencyId' | 'closed' | 'explanation'> {
  const { id: clockId, name, subject, debtor, zone, startedAt, dueAt, state } = clock;
  const stop = lines.find((line) => line.what === 'stopped');
  const breach = breachOf(clock, now);
  return {
    ...{ clockId, name, subject, debtor, zone, startedAt, dueAt, firstDueAt: start.dueAt, state: state.status },
    endsAt: stop?.at ?? (now > dueAt ? now : dueAt),
    pauses: pausesIn(lines, stop?.at ?? now),
    warnings: warningsOf(clock, lines),
    extensions: lines.flatMap(extensionIn),
    ...(stop && { stop: { at: stop.at, by: stop.by, late: stop.late } }),
    ...(breach && { breach }),
  };
}

/** A pause ends with the clock where it was not resumed before. */
function pausesIn(lines: readonly ClockChange[], end: Instant): Bar['pauses'] {
  return lines.flatMap((line, index) => {
    if (line.what !== 'paused') return [];
    const resumed = lines.slice(index).find(({ what }) => what === 'resumed');
    const isOpen = resumed === undefined && !lines.some(({ what }) => what === 'stopped');
    return [{ from: line.at, to: resumed?.at ?? end, reason: line.reason, open: isOpen }];
  });
}

/** Those that were given, then those that are still to come. */
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

/** While it is paused no time goes by. */
function breachOf({ dueAt, state }: Clock, now: Instant): Bar['breach'] {
  if (state.status === 'paused') return undefined;
  if (state.status === 'stopped') return state.late ? { from: dueAt, to: state.at } : undefined;
  return state.status === 'expired' || dueAt < now ? { from: dueAt, to: now > dueAt ? now : dueAt } : undefined;
}

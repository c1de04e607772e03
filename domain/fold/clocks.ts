/** The clocks of a referral after an event that changes one of them. */

import type { RecordedCalendar } from '../clocks/counting.ts';
import type { ClockEvent, EventOf } from '../events.ts';
import type { Clock, Counted } from '../referral.ts';
import type { Instant } from '../vocabulary.ts';
import { type ItemChange, withItemChanged } from './list-items.ts';

/** The clocks of a referral after an event. */
export function clocksAfter(clocks: readonly Clock[], event: ClockEvent, at: Instant): Clock[] {
  return event.type === 'clock-started'
    ? [...clocks, started(event, at)]
    : withItemChanged(clocks, event.clockId, moved(event, at));
}

function started({ type: _, clockId: id, counting, ...clock }: EventOf<'clock-started'>, at: Instant): Clock {
  const begun: Clock = { ...clock, id, startedAt: at, extensions: 0, state: { status: 'running' } };
  if (counting === undefined) return begun;
  const { basis: _basis, planned = clock.warnings, ...kept } = counting;
  return { ...begun, counted: { counting: kept, pauses: [], extendedBy: 0, planned } };
}

function moved(event: Exclude<ClockEvent, { type: 'clock-started' }>, at: Instant): ItemChange<Clock> {
  switch (event.type) {
    case 'clock-warned':
      return ({ warnings }) => ({ warnings: warnings.slice(1) });
    case 'clock-paused':
      return paused(event, at);
    case 'clock-resumed':
      return (clock) => resumed(clock, event, at);
    case 'clock-extended':
      return (clock) => extended(clock, event);
    case 'clock-stopped':
      return { state: { status: 'stopped', at, late: event.late } };
    case 'clock-restored':
      return { state: event.state };
    case 'clock-expired':
      return { warnings: [], state: { status: 'expired', at } };
  }
}

/** Clocks of earlier versions were paused by questions only, so that reason is left out. */
function paused({ cap, reason }: EventOf<'clock-paused'>, since: Instant): Partial<Clock> {
  const because = reason === 'question' ? {} : { reason };
  return { state: { status: 'paused', since, ...(cap && { cap }), ...because } };
}

function resumed({ state, counted }: Clock, event: EventOf<'clock-resumed'>, at: Instant): Partial<Clock> {
  const { dueAt, warnings, calendar, pausedUntil = at } = event;
  const running: Partial<Clock> = { dueAt, warnings, state: { status: 'running' } };
  if (counted === undefined || state.status !== 'paused') return running;
  const pauses = [...counted.pauses, { from: state.since, to: pausedUntil }];
  return { ...running, counted: { ...withCalendar(counted, calendar), pauses } };
}

function extended({ extensions, state, counted }: Clock, event: EventOf<'clock-extended'>): Partial<Clock> {
  const { amount, dueAt, warnings, calendar, cap } = event;
  const later: Partial<Clock> = { dueAt, warnings, extensions: extensions + 1 };
  if (counted === undefined) return later;
  const extendedBy = counted.extendedBy + amount;
  return {
    ...later,
    ...(cap && state.status === 'paused' && { state: { ...state, cap } }),
    counted: { ...withCalendar(counted, calendar), extendedBy },
  };
}

function withCalendar(counted: Counted, calendar: RecordedCalendar | undefined): Counted {
  return calendar ? { ...counted, counting: { ...counted.counting, calendar } } : counted;
}

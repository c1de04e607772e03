/** The clocks of a referral after an event that changes one of them. */

import type { ClockEvent } from '../events.ts';
import type { Clock } from '../referral.ts';
import type { Instant } from '../vocabulary.ts';
import { type ItemChange, withItemChanged } from './list-items.ts';

/** The clocks of a referral after an event. */
export function clocksAfter(clocks: readonly Clock[], event: ClockEvent, at: Instant): Clock[] {
  return event.type === 'clock-started'
    ? [...clocks, started(event, at)]
    : withItemChanged(clocks, event.clockId, moved(event, at));
}

function started({ type: _, clockId: id, ...clock }: ClockEvent & { type: 'clock-started' }, at: Instant): Clock {
  return { ...clock, id, startedAt: at, extensions: 0, state: { status: 'running' } };
}

function moved(event: Exclude<ClockEvent, { type: 'clock-started' }>, at: Instant): ItemChange<Clock> {
  switch (event.type) {
    case 'clock-warned':
      return ({ warnings }) => ({ warnings: warnings.slice(1) });
    case 'clock-paused':
      return { state: { status: 'paused', since: at } };
    case 'clock-resumed':
      return { dueAt: event.dueAt, warnings: event.warnings, state: { status: 'running' } };
    case 'clock-extended':
      return ({ extensions }) => ({ dueAt: event.dueAt, warnings: event.warnings, extensions: extensions + 1 });
    case 'clock-stopped':
      return { state: { status: 'stopped', at, late: event.late } };
    case 'clock-expired':
      return { warnings: [], state: { status: 'expired', at } };
  }
}

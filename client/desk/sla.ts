/** The clocks of a referral as bars on one time axis: out of its journal alone, as far as the viewer sees it. */

import type { Explanation } from '../../domain/clocks/explain.ts';
import type { ClockPolicies } from '../../domain/clocks/policy.ts';
import type { ClockSubject, Debtor, EventType, PauseReason } from '../../domain/events.ts';
import type { ListQuery } from '../../domain/lists.ts';
import type { Person } from '../../domain/people.ts';
import type { Clock } from '../../domain/referral.ts';
import type { ClockName, Instant } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import type { View } from '../read.ts';
import type { ListRow } from './list.ts';

export interface Axis {
  from: Instant;
  to: Instant;
  now: Instant;
}

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

export interface ClosedRange {
  from: Instant;
  to: Instant;
  why: 'weekend' | 'holiday' | 'closed-day';
  /** Of the holiday or closed day. */
  name?: string;
}

export interface Sla {
  axis: Axis;
  /** In the order in which they started. */
  bars: Bar[];
}

/** `view` is what `openReader().status` gives to this viewer. */
export async function slaOf(
  _deps: { db: Database; policies: ClockPolicies },
  _view: View,
  _now: Instant,
): Promise<Sla> {
  throw new Error('to come');
}

/** One row a referral: its clocks that still run, are paused or have run out, as far as the viewer sees them. */
export interface SlaRow {
  row: ListRow;
  clocks: {
    clockId: string;
    name: ClockName;
    status: 'running' | 'paused' | 'expired';
    startedAt: Instant;
    dueAt: Instant;
    recipientId?: string;
  }[];
}

/** As `listReferrals`; with `sort: 'due'` by the time that is left. */
export async function listSla(
  _deps: { db: Database },
  _viewer: Person,
  _query: ListQuery,
): Promise<{ rows: SlaRow[]; total: number; next?: string }> {
  throw new Error('to come');
}

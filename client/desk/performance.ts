/** How well time is kept: what was sent to whom, how soon it was answered, and how; each figure with its referrals. */

import type { AnswerClock, ListFilter } from '../../domain/lists.ts';
import type { Person } from '../../domain/people.ts';
import type { DeclineGround, Instant, Outcome } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';

export const DIMENSIONS = ['agency', 'country', 'kind', 'urgency', 'month'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Of the referrals' submission; `before` is not included. Months are those of UTC. */
export interface Period {
  from: Instant;
  before: Instant;
}

export interface Performance {
  period: Period;
  /** Over everything. */
  whole: PerformanceRow;
  /** In order of volume; months in order of time. */
  by: Record<Dimension, PerformanceRow[]>;
}

export interface PerformanceRow {
  /** The agency's id, the country, kind, urgency, or the month as `2026-11`; empty for the whole. */
  key: string;
  /** Referrals that were sent to somebody; `recipients` counts each of those. */
  referrals: Figure;
  recipients: number;
  acknowledge: Kept;
  decide: Kept;
  /** The first report, interim or final. */
  report: Kept;
  grounds: (Figure & { ground: DeclineGround })[];
  outcomes: (Figure & { outcome: Outcome })[];
}

export interface Figure {
  count: number;
  /** The referrals behind it. */
  filter: ListFilter;
}

export interface Kept {
  clock: AnswerClock;
  /** Recipients whose time was kept, or over. */
  measured: number;
  inTime: Figure;
  late: Figure;
  /** Of those that did answer, in milliseconds from when the answer was asked for; absent where there is none. */
  medianMs?: number;
  p90Ms?: number;
}

/** Of all that the viewer's agency sees; without `period`, of the last twelve months. */
export async function readPerformance(
  _deps: { db: Database },
  _viewer: Person,
  _period?: Period,
): Promise<Performance> {
  throw new Error('to come');
}

/** The same as rows of text and numbers, the first the head, for a CSV. */
export function performanceRows(_performance: Performance): (string | number)[][] {
  throw new Error('to come');
}

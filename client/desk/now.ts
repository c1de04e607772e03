/** How things stand this minute: a supervisor's five numbers, and what waits for an agency. Each is a list. */

import type { ListFilter } from '../../domain/lists.ts';
import type { Person } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';

export const NOW_FIGURES = ['breached', 'at-risk', 'held', 'unresponsive', 'waiting-for-approval'] as const;
export type NowFigure = (typeof NOW_FIGURES)[number];

export interface Counted<Name extends string> {
  name: Name;
  count: number;
  /** The list behind it. */
  filter: ListFilter;
}

export async function readNow(_deps: { db: Database }, _viewer: Person): Promise<Counted<NowFigure>[]> {
  throw new Error('to come');
}

export const WAITING = ['inbox', 'triage', 'clarifications', 'approvals', 'unread'] as const;
export type Waiting = (typeof WAITING)[number];

/** For the badges of the navigation; `unread` counts open referrals only. */
export async function readWaiting(_deps: { db: Database }, _viewer: Person): Promise<Counted<Waiting>[]> {
  throw new Error('to come');
}

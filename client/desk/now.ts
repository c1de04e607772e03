/** How things stand this minute: a supervisor's five numbers, and what waits for an agency. Each is a list. */

import type { ListFilter } from '../../domain/lists.ts';
import type { Person } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { countEach } from '../../prisma/store/parties.ts';
import { askingOf, seesReferrals } from './list.ts';

export const NOW_FIGURES = ['breached', 'at-risk', 'held', 'unresponsive', 'waiting-for-approval'] as const;
export type NowFigure = (typeof NOW_FIGURES)[number];

export const WAITING = ['inbox', 'triage', 'clarifications', 'approvals', 'unread'] as const;
export type Waiting = (typeof WAITING)[number];

export interface Counted<Name extends string> {
  name: Name;
  count: number;
  /** The list behind it. */
  filter: ListFilter;
}

export function readNow(deps: { db: Database }, viewer: Person): Promise<Counted<NowFigure>[]> {
  return counted(deps, viewer, NOW_FIGURES, NOW);
}

/** For the badges of the navigation; `unread` counts open referrals only. */
export function readWaiting(deps: { db: Database }, viewer: Person): Promise<Counted<Waiting>[]> {
  return counted(deps, viewer, WAITING, WAITS);
}

const NOW: Record<NowFigure, ListFilter> = {
  breached: { desk: 'all', breached: true },
  'at-risk': { desk: 'all', atRisk: true },
  held: { desk: 'all', status: 'held' },
  unresponsive: { desk: 'all', silent: true },
  'waiting-for-approval': { desk: 'approvals' },
};

const WAITS: Record<Waiting, ListFilter> = {
  inbox: { desk: 'inbox' },
  triage: { desk: 'triage' },
  clarifications: { desk: 'clarifications' },
  approvals: { desk: 'approvals' },
  unread: { desk: 'all', open: true, unread: true },
};

async function counted<Name extends string>(
  { db }: { db: Database },
  viewer: Person,
  names: readonly Name[],
  filters: Record<Name, ListFilter>,
): Promise<Counted<Name>[]> {
  const wanted = names.map((name) => filters[name]);
  const counts = seesReferrals(viewer) ? await countEach(db, wanted, askingOf(viewer)) : [];
  return names.map((name, index) => ({ name, count: counts[index] ?? 0, filter: filters[name] }));
}

/** A supervisor's five current counts, each with the filter of its list. */

import type { ListFilter } from '../../domain/list-query.ts';
import type { Person } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readNowCounts } from '../../prisma/store/statistics-read.ts';
import { seesReferrals, viewerNow } from './list.ts';

const NOW_FIGURES = ['breached', 'at-risk', 'held', 'unresponsive', 'waiting-for-approval'] as const;
type NowFigure = (typeof NOW_FIGURES)[number];

/** A number of referrals, and the list that shows them. */
export interface CountedReferrals {
  name: NowFigure;
  count: number;
  /** Filter for the list of these referrals. */
  filter: ListFilter;
}

/** Returns the current counts for the viewer's agency. */
export async function readNow({ db }: { db: Database }, viewer: Person): Promise<CountedReferrals[]> {
  const { agencyId, now } = viewerNow(viewer);
  const counts = seesReferrals(viewer) ? await readNowCounts(db, agencyId, now) : undefined;
  return NOW_FIGURES.map((name) => ({ name, count: counts?.[name] ?? 0, filter: NOW[name] }));
}

const NOW: Record<NowFigure, ListFilter> = {
  breached: { desk: 'all', breached: true },
  'at-risk': { desk: 'all', atRisk: true },
  held: { desk: 'all', status: 'held' },
  unresponsive: { desk: 'all', silent: true },
  'waiting-for-approval': { desk: 'approvals' },
};

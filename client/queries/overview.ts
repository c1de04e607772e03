/** A supervisor's five current counts, each with the filter of its list. */

import type { ListFilter } from '../../domain/list-query.ts';
import type { Person } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { countEach } from '../../prisma/store/parties.ts';
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
  const wanted = NOW_FIGURES.map((name) => NOW[name]);
  const counts = seesReferrals(viewer) ? await countEach(db, wanted, viewerNow(viewer)) : [];
  return NOW_FIGURES.map((name, index) => ({ name, count: counts[index] ?? 0, filter: NOW[name] }));
}

const NOW: Record<NowFigure, ListFilter> = {
  breached: { desk: 'all', breached: true },
  'at-risk': { desk: 'all', atRisk: true },
  held: { desk: 'all', status: 'held' },
  unresponsive: { desk: 'all', silent: true },
  'waiting-for-approval': { desk: 'approvals' },
};

/** Faults of the statistics: counts that differ from what they are derived from, and referrals that were never counted. */

import type { Queries } from '../../prisma/store/connect.ts';
import { countUncountedReferrals } from '../../prisma/store/request-statistics.ts';
import { compareStatistics } from '../../prisma/store/statistics.ts';

type StatisticFault = [fault: 'statistics-differ' | 'statistics-incomplete', detail: string];

/** Each fault, with the agency or the number of referrals that it concerns. */
export async function statisticFaults(db: Queries): Promise<StatisticFault[]> {
  const faults = (await compareStatistics(db)).map((agencyId): StatisticFault => ['statistics-differ', agencyId]);
  const uncounted = await countUncountedReferrals(db);
  if (uncounted > 0) faults.push(['statistics-incomplete', `${uncounted} referrals`]);
  return faults;
}

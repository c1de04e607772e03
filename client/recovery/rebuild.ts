/** Rebuilds every projection that does not agree with its journal, without downtime. */

import type { Database } from '../../prisma/store/connect.ts';
import { rebuildReferral } from '../../prisma/store/rebuild.ts';
import { compareStatistics, rebuildStatistics } from '../../prisma/store/statistics.ts';
import { everyReferral, type Progress } from './every-referral.ts';

/** Ids of the referrals that were rebuilt. */
export interface Rebuilt {
  rebuilt: string[];
  /** An entry of their journal is missing. They are not changed; use `repair`. */
  broken: string[];
  /** Their journal contradicts the audit log. They are not changed: a rebuild would cover up the change. */
  contradicted: string[];
  /** Agencies whose statistics differed, and were derived again. */
  statistics: string[];
}

/** Rebuilds all projections that differ from their journal, then the statistics that differ from them. */
export async function rebuild({ db, progress }: { db: Database; progress?: Progress }): Promise<Rebuilt> {
  const result: Rebuilt = { rebuilt: [], broken: [], contradicted: [], statistics: [] };
  for await (const referralId of everyReferral(db, progress)) {
    const done = await rebuildReferral(db, referralId);
    if (done !== 'same') result[done].push(referralId);
  }
  result.statistics = await compareStatistics(db);
  if (result.statistics.length > 0) await rebuildStatistics(db);
  return result;
}

/** Rebuilds every projection that does not agree with its journal, without downtime. */

import type { LogPolicy } from '../../domain/audit/log-policy.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { rebuildReferral } from '../../prisma/store/rebuild.ts';
import { compareStatistics, rebuildStatistics } from '../../prisma/store/statistics.ts';
import { compareLog } from '../log/compare-log.ts';
import { workAhead } from '../platform/work-ahead.ts';
import { type CheckWork, workHere } from './check-work.ts';
import { everyPage, type Progress } from './every-referral.ts';
import { mayRebuild, rebuildLimits } from './rebuild-limits.ts';

/** Ids of the referrals that were rebuilt. */
export interface Rebuilt {
  rebuilt: string[];
  /** An entry of their journal is missing. They are not changed; use `repair`. */
  broken: string[];
  /** Their journal or their leaves contradict the audit log. They are not changed: a rebuild would cover up the change. */
  contradicted: string[];
  /** Agencies whose statistics differed, and were derived again. */
  statistics: string[];
  /** The fault of the audit log because of which nothing was rebuilt, and its place. */
  logFault?: string;
}

/** What a rebuild needs. Without a policy, signatures and witnesses of the log are not checked. */
export interface RebuildDeps {
  db: Database;
  progress?: Progress;
  logPolicy?: LogPolicy | undefined;
  /** Compares with the journal and the log. Default: in this thread, with `db`. */
  work?: CheckWork;
}

/**
 * Rebuilds all projections that differ from their journal, then the statistics that differ from them. The whole log is
 * compared first, if there is anything to rebuild.
 */
export async function rebuild({ db, progress, logPolicy, work = workHere(db) }: RebuildDeps): Promise<Rebuilt> {
  const result: Rebuilt = { rebuilt: [], broken: [], contradicted: [], statistics: [] };
  const differ: string[] = [];
  const pages = everyPage(db, progress);
  for await (const found of workAhead(pages, work.differing, work.ahead)) differ.push(...found);
  const needsLog = differ.length > 0 || (await compareStatistics(db)).length > 0;
  const limits = rebuildLimits(needsLog ? await compareLog(db, logPolicy, work) : []);
  if (limits.logFault) return { ...result, logFault: limits.logFault };
  for (const [index, referralId] of differ.entries()) {
    if (!mayRebuild(limits, referralId)) {
      result.contradicted.push(referralId);
      continue;
    }
    const done = await rebuildReferral(db, referralId);
    if (done !== 'same') result[done].push(referralId);
    progress?.(index + 1, differ.length);
  }
  result.statistics = await compareStatistics(db);
  if (result.statistics.length > 0) await rebuildStatistics(db);
  return result;
}

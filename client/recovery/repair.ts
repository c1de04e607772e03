/** Repairs the inconsistencies that `check` finds between journal and Temporal. Every step can be repeated safely. */

import type { Client } from '@temporalio/client';
import type { Database } from '../../prisma/store/connect.ts';
import { deleteUnfoundedProjection, rebuildReferral } from '../../prisma/store/rebuild.ts';
import { catchUpReferences } from '../../prisma/store/references.ts';
import { type RestoreRefusal, restoreEntries } from '../../prisma/store/restore-entries.ts';
import { rebuildStatistics } from '../../prisma/store/statistics.ts';
import { check, type RecoveryDeps } from './check.ts';
import type { Finding, Inconsistency } from './finding.ts';
import { mayRebuild, type RebuildLimits, rebuildLimits } from './rebuild-limits.ts';
import { entriesInHistories, listRuns } from './temporal-history.ts';
import { deleteForeign, restart, start } from './workflow.ts';

/** What `liaise repair` did about one inconsistency. */
export interface Repair {
  finding: Finding;
  /** What was done, or what a person must decide. */
  done:
    | 'entries-restored'
    | 'projection-rebuilt'
    | 'projection-dropped'
    | 'workflow-started'
    | 'workflow-restarted'
    | 'workflow-deleted'
    | 'left-to-a-person';
  detail: string;
}

/**
 * Restores entries from Temporal that a restored backup lacks, starts missing workflows, and lists the rest. Clocks
 * keep their due instants, because these are events and not timers.
 */
export async function repair(deps: RecoveryDeps): Promise<Repair[]> {
  const repairs = await mendAll(deps, await check(deps));
  await catchUpReferences(deps.db);
  return repairs;
}

/** Faults that are repaired without a person: restarting a workflow from its journal. */
const BY_ITSELF: readonly Inconsistency[] = ['no-workflow', 'workflow-behind', 'duty-overdue'];

/** Repairs those of the findings that need no person, and lists the others. */
export function repairAutomatically(deps: RecoveryDeps, findings: readonly Finding[]): Promise<Repair[]> {
  return mendAll(deps, findings, BY_ITSELF);
}

async function mendAll(
  deps: RecoveryDeps,
  findings: readonly Finding[],
  only?: readonly Inconsistency[],
): Promise<Repair[]> {
  const repairs: Repair[] = [];
  const limits = rebuildLimits(findings);
  for (const finding of findings) {
    const isLeft = only && !only.includes(finding.fault);
    const [done, detail] = isLeft ? LEFT : await mend(deps, finding, limits);
    repairs.push({ finding, done, detail });
    deps.progress?.(repairs.length, findings.length);
  }
  return repairs;
}

type Mended = [Repair['done'], string];

const LEFT: Mended = ['left-to-a-person', 'run "liaise repair"'];

async function mend(
  { db, temporal }: RecoveryDeps,
  { referralId, fault }: Finding,
  limits: RebuildLimits,
): Promise<Mended> {
  switch (fault) {
    case 'journal-broken':
    case 'journal-behind':
    case 'journal-contradicted':
      return recall(db, temporal, referralId);
    case 'projection-differs':
      return mayRebuild(limits, referralId) ? rebuildFromJournal(db, referralId) : COVERED_UP;
    case 'statistics-differ':
      if (limits.logFault) return COVERED_UP;
      await rebuildStatistics(db);
      return ['projection-rebuilt', 'from recipients and parties'];
    case 'projection-unfounded':
      await deleteUnfoundedProjection(db, referralId);
      return ['projection-dropped', 'no journal stands behind it'];
    case 'no-workflow':
      await start(temporal, referralId);
      return ['workflow-started', 'goes on from its journal'];
    case 'workflow-behind':
    case 'duty-overdue':
      await restart(temporal, referralId);
      return ['workflow-restarted', 'goes on from its journal'];
    case 'workflow-foreign':
      await deleteForeign(temporal, referralId);
      return ['workflow-deleted', 'it belonged to no referral'];
    case 'statistics-incomplete':
      return ['left-to-a-person', 'run "liaise rebuild"'];
    case 'workflow-silent':
      return ['left-to-a-person', 'start a worker, and check again'];
    case 'policies-differ':
      return ['left-to-a-person', 'the database was changed: see docs/deadlines.md'];
    default:
      return COVERED_UP;
  }
}

const COVERED_UP: Mended = ['left-to-a-person', 'journal or audit log were changed: see docs/audit-log.md'];

async function rebuildFromJournal(db: Database, referralId: string): Promise<Mended> {
  const done = await rebuildReferral(db, referralId);
  if (done === 'contradicted') return COVERED_UP;
  if (done === 'broken') return ['left-to-a-person', 'its journal lacks entries: run "liaise repair" again'];
  return ['projection-rebuilt', 'from its journal'];
}

/** Restores entries that were lost with the database from the histories of the referral's workflow. */
async function recall(db: Database, temporal: Client, referralId: string): Promise<Mended> {
  const remembered = await entriesInHistories(temporal, await listRuns(temporal, referralId));
  const outcome = await restoreEntries(db, referralId, remembered);
  if ('refused' in outcome) return ['left-to-a-person', UNDECIDED[outcome.refused]];
  await start(temporal, referralId);
  const { restored, wordsLost } = outcome;
  const lost = wordsLost > 0 ? `; the words of ${wordsLost} are lost: ask for them again` : '';
  return ['entries-restored', `${restored} entries from Temporal${lost}`];
}

const UNDECIDED: Record<RestoreRefusal, string> = {
  contradicted: 'journal and Temporal differ, since acts went on upon a restored backup: see "liaise keep-journal"',
  forgotten: 'entries are missing that Temporal does not remember either: restore a backup that has them',
  'number-taken': 'its number was given to another referral: run "liaise keep-journal", then have it submitted again',
};

/** Purges texts of submissions and acts that never came. Only the upkeep of the engine does this. */

import { log } from '@temporalio/activity';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { heartbeatUnlessStopped } from '../activities/heartbeat-unless-stopped.ts';
import type { Database } from '../prisma/store/connect.ts';
import { type OrphanText, orphanTexts, type Purged, purgeText } from '../prisma/store/purge.ts';
import { workflowIdOf } from '../workflows/messages.ts';

/** What purging needs. */
export interface PurgeDeps {
  db: Database;
  temporal: Client;
}

/** More wait for the next run. */
const BATCH = 500;
/** Runs every ten minutes. This is longer than the time within which a missed run is made up for. */
const USUAL_HOURS = 26;
const ALL_HOURS = 24 * 365 * 100;

/** Purges what was stored in the last day; with `all`, of any age: what a legal hold kept, or what was in progress. */
export async function purgeOrphans({ db, temporal }: PurgeDeps, { all }: { all: boolean }): Promise<Purged> {
  const orphans = await orphanTexts(db, { withinHours: all ? ALL_HOURS : USUAL_HOURS, limit: BATCH });
  const purged: Purged = { texts: 0, keys: 0 };
  for (const orphan of orphans) {
    heartbeatUnlessStopped();
    if (await isUnderWay(temporal, orphan)) continue;
    const { texts, keys } = await purgeText(db, orphan);
    purged.texts += texts;
    purged.keys += keys;
  }
  if (orphans.length > 0) log.info(`${purged.texts} texts without an act were purged, and ${purged.keys} keys.`);
  return purged;
}

/**
 * An act that a worker has not answered shows as a pending workflow task. A workflow that runs without anything recorded
 * waits for its submission.
 */
async function isUnderWay(temporal: Client, { referralId, isRecorded }: OrphanText): Promise<boolean> {
  try {
    const { status, raw } = await temporal.workflow.getHandle(workflowIdOf(referralId)).describe();
    return status.name === 'RUNNING' && (!isRecorded || Boolean(raw.pendingWorkflowTask));
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

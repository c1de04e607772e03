/** Finds workflows that lag behind the journal: acts were recorded and their workflow did not receive the result. */

import { type ChangePeriod, changedBetween } from '../../prisma/store/changes.ts';
import type { RecoveryDeps } from './check.ts';
import { lastRemembered } from './temporal-history.ts';

/**
 * Returns the referrals that changed in the span and whose workflow history ends before their journal. This happens if
 * worker and Temporal stop between the record of an act and its answer, and no caller retries. Reads one short page of
 * history for each referral and wakes no worker. A workflow may be further than its history, so a result is only a
 * suspicion.
 */
export async function findLaggingWorkflows(
  { db, temporal, progress }: RecoveryDeps,
  span: ChangePeriod,
): Promise<string[]> {
  const changed = await changedBetween(db, span);
  const suspects: string[] = [];
  for (const [index, { referralId, seq }] of changed.entries()) {
    const last = await lastRemembered(temporal, { referralId });
    if (last.seq < seq) suspects.push(referralId);
    progress?.(index + 1, changed.length);
  }
  return suspects;
}

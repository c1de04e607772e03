/** Acts that were recorded and that their workflow has not heard of. */

import { changedBetween, type Span } from '../../prisma/store/changes.ts';
import type { RecoveryDeps } from './check.ts';
import { lastRemembered } from './temporal-history.ts';

/**
 * Referrals that changed then and whose history ends before their journal. Worker and Temporal went down between the record
 * of an act and the answer, and nobody asks again: nothing in Temporal knows of it any more. One short question a referral,
 * which wakes no worker; a workflow may know more than its history tells, so whoever is named here is suspected, not more.
 */
export async function unheard({ db, temporal, progress }: RecoveryDeps, span: Span): Promise<string[]> {
  const changed = await changedBetween(db, span);
  const suspects: string[] = [];
  for (const [index, { referralId, seq }] of changed.entries()) {
    const heard = await lastRemembered(temporal, { referralId });
    if (heard.seq < seq) suspects.push(referralId);
    progress?.(index + 1, changed.length);
  }
  return suspects;
}

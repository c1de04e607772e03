/** Refolds every referral whose projection does not agree with its journal, while the system runs. */

import { countJournalled, rebuildReferral } from '../../prisma/store/rebuild.ts';
import { pages, type RecoveryDeps } from './check.ts';

/** @returns ids of the referrals that were made anew. */
export async function rebuild({ db, progress }: Omit<RecoveryDeps, 'temporal'>): Promise<string[]> {
  const rebuilt: string[] = [];
  const all = await countJournalled(db);
  let done = 0;
  for await (const page of pages(db)) {
    for (const referralId of page) if (await rebuildReferral(db, referralId)) rebuilt.push(referralId);
    done += page.length;
    progress?.(done, all);
  }
  return rebuilt;
}

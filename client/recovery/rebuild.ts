/** Refolds every referral whose projection does not agree with its journal, while the system runs. */

import type { Database } from '../../prisma/store/connect.ts';
import { rebuildReferral } from '../../prisma/store/rebuild.ts';
import { everyReferral, type Progress } from './every-referral.ts';

/** Ids of referrals. */
export interface Rebuilt {
  rebuilt: string[];
  /** An entry of their journal is missing: left as they are, for `repair`. */
  broken: string[];
}

export async function rebuild({ db, progress }: { db: Database; progress?: Progress }): Promise<Rebuilt> {
  const result: Rebuilt = { rebuilt: [], broken: [] };
  for await (const referralId of everyReferral(db, progress)) {
    const done = await rebuildReferral(db, referralId);
    if (done !== 'same') result[done].push(referralId);
  }
  return result;
}

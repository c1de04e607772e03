/** Restores the state of a referral from its journal. */

import { fold } from '../domain/apply.ts';
import type { Referral } from '../domain/referral.ts';
import type { Database } from '../prisma/store/connect.ts';
import { readJournal } from '../prisma/store/journal.ts';

/** Returns the fold of the journal; undefined if it is empty. */
export async function restore(db: Database, referralId: string): Promise<Referral | undefined> {
  return fold(referralId, await readJournal(db, referralId));
}

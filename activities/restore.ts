/** From the journal alone: the referral as it stands. */

import { fold } from '../domain/apply.ts';
import type { Referral } from '../domain/referral.ts';
import type { Database } from '../prisma/store/connect.ts';
import { readJournal } from '../prisma/store/journal.ts';

export async function restore(db: Database, referralId: string): Promise<Referral | undefined> {
  return fold(referralId, await readJournal(db, referralId));
}

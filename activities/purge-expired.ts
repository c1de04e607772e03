/** Deletes expired sessions, saved forms, drafts, proposals, deliveries of webhooks and counts of letters. */

import type { Database } from '../prisma/store/connect.ts';
import { deleteDraftsBefore } from '../prisma/store/drafts.ts';
import { deleteOldCounts } from '../prisma/store/letter-counts.ts';
import { deleteProposalsBefore } from '../prisma/store/proposals.ts';
import { deleteSavedFormsBefore } from '../prisma/store/saved-forms.ts';
import { removeSessionsBefore } from '../prisma/store/sessions.ts';
import { deleteOldDeliveries } from '../prisma/store/webhooks.ts';

const DAY = 24 * 3_600_000;

/** Deletes everything that has expired at `now` (epoch milliseconds). */
export async function purgeExpired(db: Database, now = Date.now()): Promise<void> {
  await removeSessionsBefore(db, new Date(now - 2 * DAY));
  await deleteSavedFormsBefore(db, new Date(now - DAY));
  await deleteDraftsBefore(db, new Date(now - 90 * DAY));
  await deleteProposalsBefore(db, new Date(now - 90 * DAY));
  await deleteOldDeliveries(db, new Date(now - 30 * DAY));
  await deleteOldCounts(db);
}

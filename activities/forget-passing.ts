/** What was kept for a while only: keys of writes, sessions that are over, forms and drafts that nobody came back to. */

import type { Database } from '../prisma/store/connect.ts';
import { dropDraftsBefore } from '../prisma/store/drafts.ts';
import { forgetKeptFormsBefore } from '../prisma/store/kept-forms.ts';
import { removeSessionsBefore } from '../prisma/store/sessions.ts';
import { forgetWriteKeysBefore } from '../prisma/store/write-keys.ts';

const DAY = 24 * 3_600_000;

/** A key is known for thirty days; an act that was carried out under it is known for good. */
export async function forgetPassing(db: Database, now = Date.now()): Promise<void> {
  await forgetWriteKeysBefore(db, new Date(now - 30 * DAY));
  await removeSessionsBefore(db, new Date(now - 2 * DAY));
  await forgetKeptFormsBefore(db, new Date(now - DAY));
  await dropDraftsBefore(db, new Date(now - 90 * DAY));
}

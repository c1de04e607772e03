/** Reminds contact points to confirm their details, once after each confirmation that has become old. */

import { CONFIRM_AFTER_DAYS, daysBefore } from '../domain/routing/directory.ts';
import { markReminded, unremindedPoints } from '../prisma/store/confirmation-reminders.ts';
import type { Database } from '../prisma/store/connect.ts';
import { writeConfirmationReminder } from './letters/write-confirmation-reminder.ts';
import { type NoticeDeps, sendNotices } from './notices.ts';

/** Others get their letter at the next run. */
const MOST = 200;

/** Sends what is due. @throws MailUnavailable if a mail server refused temporarily: a retry skips those that were sent. */
export async function sendConfirmationReminders(
  { db, ...deps }: NoticeDeps & { db: Database },
  now = new Date(),
): Promise<{ sent: number }> {
  const before = new Date(daysBefore(now.toISOString(), CONFIRM_AFTER_DAYS));
  const points = await unremindedPoints(db, before, MOST);
  const notices = points.map((point) => ({
    id: `confirmation/${point.id}/${point.verifiedAt.toISOString()}`,
    email: point.email,
    letter: writeConfirmationReminder({ ...point, verifiedAt: point.verifiedAt.toISOString() }, deps.publicUrl),
    settle: () => markReminded(db, point),
  }));
  return sendNotices(deps, notices);
}

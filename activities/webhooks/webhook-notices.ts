/** Notifies the administrators of an agency that one of its webhooks was disabled. */

import type { Database } from '../../prisma/store/connect.ts';
import { markNotified, unsentWebhookLetters } from '../../prisma/store/webhook-queue.ts';
import { writeWebhookNotice } from '../letters/write-webhook-notice.ts';
import type { Mailer } from '../mail.ts';
import { sendNotices } from '../notices.ts';

interface WebhookNoticeDeps {
  db: Database;
  mailer: Mailer;
  publicUrl: string;
}

/** Sends what is not sent yet. @throws MailUnavailable if a mail server refused temporarily: a retry skips those that were sent. */
export async function sendWebhookNotices({ db, mailer, publicUrl }: WebhookNoticeDeps): Promise<void> {
  const letters = await unsentWebhookLetters(db);
  const notices = letters.map((letter) => ({
    id: `webhook/${letter.webhookId}/${letter.disabledAt.toISOString()}/${letter.personId}`,
    email: letter.email,
    letter: writeWebhookNotice(letter, publicUrl),
    settle: () => markNotified(db, letter),
  }));
  await sendNotices({ mailer, publicUrl, alive: () => {} }, notices);
}

/** Sends letters about readings in an emergency or beyond the allowance to the supervisors of the reader's agency. */

import type { Database } from '../prisma/store/connect.ts';
import { markReadingLetter, unsentReadingLetters } from '../prisma/store/reading-letters.ts';
import { writeReadingNotice } from './letters/write-reading-notice.ts';
import { type NoticeDeps, sendNotices } from './notices.ts';

/** Sends what is not sent yet. @throws if a mail server refused temporarily: a retry skips those that were sent. */
export async function sendReadingNotices({ db, ...deps }: NoticeDeps & { db: Database }): Promise<{ sent: number }> {
  const letters = await unsentReadingLetters(db);
  const notices = letters.map((letter) => ({
    id: `reading/${letter.purpose}/${letter.personId}`,
    email: letter.email,
    letter: writeReadingNotice(letter, deps.publicUrl),
    settle: () => markReadingLetter(db, letter),
  }));
  return sendNotices(deps, notices);
}

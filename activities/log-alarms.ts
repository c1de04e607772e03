/** Sends letters about alarms of the audit log to the supervisors of the coordinating agency. */

import type { Database } from '../prisma/store/connect.ts';
import { markAlarmLetter, unsentAlarmLetters } from '../prisma/store/log-alarms.ts';
import { writeLogAlarm } from './letters/write-log-alarm.ts';
import { type NoticeDeps, sendNotices } from './notices.ts';

/** Sends what is not sent yet. @throws if a mail server refused temporarily: a retry skips those that were sent. */
export async function sendLogAlarms({ db, ...deps }: NoticeDeps & { db: Database }): Promise<{ sent: number }> {
  const letters = await unsentAlarmLetters(db);
  const notices = letters.map(({ alarm, to }) => ({
    id: `${alarm.id}/${to.personId}`,
    email: to.email,
    letter: writeLogAlarm(alarm, { ...to, publicUrl: deps.publicUrl }),
    settle: () => markAlarmLetter(db, alarm.id, to.personId),
  }));
  return sendNotices(deps, notices);
}

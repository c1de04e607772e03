/** Sends letters about alarms of the audit log to the supervisors of the coordinating agency. */

import { v5 as uuidv5 } from 'uuid';
import type { Database } from '../prisma/store/connect.ts';
import { markAlarmLetter, unsentAlarmLetters } from '../prisma/store/log-alarms.ts';
import { writeLogAlarm } from './letters/write-log-alarm.ts';
import type { Mailer } from './mail.ts';

/** What the activity needs. */
export interface LogAlarmDeps {
  db: Database;
  mailer: Mailer;
  publicUrl: string;
  /** Called to report progress (heartbeat). */
  alive: () => void;
}

/** Sends what is not sent yet. @throws if a mail server refused temporarily: a retry skips those that were sent. */
export async function sendLogAlarms({ db, mailer, publicUrl, alive }: LogAlarmDeps): Promise<{ sent: number }> {
  let sent = 0;
  let putOff: unknown;
  for (const { alarm, to } of await unsentAlarmLetters(db)) {
    alive();
    const ids = { letterId: letterIdOf(alarm.id, to.personId), settingsUrl: `${publicUrl}/settings` };
    // A temporary refusal of one address does not delay the others.
    try {
      await mailer.send(writeLogAlarm(alarm, { ...to, publicUrl }), to.email, ids);
      await markAlarmLetter(db, alarm.id, to.personId);
      sent += 1;
    } catch (reason) {
      putOff ??= reason;
    }
  }
  if (putOff !== undefined) throw putOff;
  return { sent };
}

/** Namespace of these ids (RFC 9562, version 5). A repeated sending has the same Message-ID. */
const NAMESPACE = '6c1f1b0e-2b7c-5d0e-9a77-0f2f5a6f7c11';

function letterIdOf(alarmId: bigint, personId: string): string {
  return uuidv5(`${alarmId}/${personId}`, NAMESPACE);
}

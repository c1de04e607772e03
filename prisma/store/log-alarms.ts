/** Alarms of the log: their list, their acknowledgement, and the letters about them. */

import type { Queries } from './connect.ts';

/** A fault of the log that the sealer found. */
export interface LogAlarm {
  id: bigint;
  at: Date;
  kind: string;
  detail: string;
}

/** An alarm, with who has acknowledged it. */
export interface ListedAlarm extends LogAlarm {
  acknowledged: { by: string; at: Date } | undefined;
}

/** The newest alarms, newest first. */
export async function newestAlarms(db: Queries, limit: number): Promise<ListedAlarm[]> {
  const alarms = await db.logAlarm.findMany({ orderBy: { id: 'desc' }, take: limit });
  const ids = alarms.map(({ id }) => id);
  const found = await db.logAlarmAcknowledgement.findMany({ where: { alarmId: { in: ids } } });
  const acknowledged = new Map(found.map(({ alarmId, personId, at }) => [alarmId, { by: personId, at }]));
  return alarms.map((alarm) => ({ ...alarm, acknowledged: acknowledged.get(alarm.id) }));
}

/** The number of alarms that are not acknowledged. */
export async function countOpenAlarms(db: Queries): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM log_alarm a
    WHERE NOT EXISTS (SELECT FROM log_alarm_acknowledgement k WHERE k.alarm_id = a.id)`;
  return row?.count ?? 0;
}

/** Acknowledges the alarm and the earlier ones of its kind. Those that are acknowledged already stay as they are. */
export async function acknowledgeAlarms(db: Queries, id: bigint, personId: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO log_alarm_acknowledgement (alarm_id, person_id)
    SELECT a.id, ${personId} FROM log_alarm a
    WHERE a.id <= ${id} AND a.kind = (SELECT kind FROM log_alarm WHERE id = ${id}) ORDER BY a.id
    ON CONFLICT DO NOTHING`;
}

/** A supervisor to notify of an alarm. */
export interface AlarmReader {
  personId: string;
  name: string;
  email: string;
  language: string;
  zone: string;
}

/** Letters that are not sent yet: for each kind, the first alarm that is not acknowledged, to every supervisor. */
export async function unsentAlarmLetters(db: Queries): Promise<{ alarm: LogAlarm; to: AlarmReader }[]> {
  const rows = await db.$queryRaw<(LogAlarm & AlarmReader)[]>`
    WITH open AS (
      SELECT DISTINCT ON (a.kind) a.id, a.at, a.kind, a.detail FROM log_alarm a
      WHERE NOT EXISTS (SELECT FROM log_alarm_acknowledgement k WHERE k.alarm_id = a.id) ORDER BY a.kind, a.id)
    SELECT DISTINCT open.*, p.id AS "personId", p.name, p.email, p.language, p.zone
    FROM open CROSS JOIN membership m JOIN agency g ON g.id = m.agency_id JOIN person p ON p.id = m.person_id
    WHERE m.role = 'supervisor' AND g.coordinating
      AND NOT EXISTS (SELECT FROM log_alarm_letter l WHERE l.alarm_id = open.id AND l.person_id = p.id)
    ORDER BY open.id, p.id`;
  return rows.map(({ id, at, kind, detail, ...to }) => ({ alarm: { id, at, kind, detail }, to }));
}

/** Records that the letter was sent, or refused permanently. */
export async function markAlarmLetter(db: Queries, alarmId: bigint, personId: string): Promise<void> {
  await db.logAlarmLetter.createMany({ data: [{ alarmId, personId }], skipDuplicates: true });
}

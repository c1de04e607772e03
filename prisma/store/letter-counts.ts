/** Counts the messages to each address within an hour, for the limits of the letter dispatcher. */

import type { RecentMessages } from '../../domain/letter-pacing.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';

/** A message to be counted, under the key of its address. */
export interface CountedMessage {
  reader: string;
  isEmergency: boolean;
}

const HOUR_MS = 3_600_000;
const IS_RECENT = Prisma.sql`at > now() - interval '1 hour'`;

/** The statement that counts a message, if the condition holds. */
export function countIf(condition: Prisma.Sql, { reader, isEmergency }: CountedMessage): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO letter_reader AS known (reader, sent_at, emergency_at)
    SELECT ${reader}, ARRAY[now()], CASE WHEN ${isEmergency} THEN ARRAY[now()] ELSE '{}' END WHERE ${condition}
    ON CONFLICT (reader) DO UPDATE SET
      sent_at = ARRAY(SELECT at FROM unnest(known.sent_at || excluded.sent_at) AS at WHERE ${IS_RECENT}),
      emergency_at = ARRAY(SELECT at FROM unnest(known.emergency_at || excluded.emergency_at) AS at WHERE ${IS_RECENT})`;
}

/** The messages of the last hour under each key. Times in the future are ignored: the clock was set back. */
export async function recentMessages(
  db: Queries,
  readers: readonly string[],
): Promise<{ now: Date; recent: ReadonlyMap<string, RecentMessages> }> {
  const [clock] = await db.$queryRaw<{ now: Date }[]>`SELECT now()::timestamptz(3) AS now`;
  const now = clock?.now ?? new Date();
  const rows = await db.letterReader.findMany({ where: { reader: { in: [...readers] } } });
  const isRecent = (at: Date) => at <= now && now.getTime() - at.getTime() < HOUR_MS;
  const messagesOf = ({ sentAt, emergencyAt }: (typeof rows)[number]): RecentMessages => ({
    sentAt: sentAt.filter(isRecent),
    emergencySentAt: emergencyAt.filter(isRecent),
  });
  return { now, recent: new Map(rows.map((row) => [row.reader, messagesOf(row)])) };
}

/** Deletes counts that no limit needs any more. */
export async function deleteOldCounts(db: Queries): Promise<void> {
  await db.$executeRaw`DELETE FROM letter_reader WHERE NOT EXISTS (SELECT FROM unnest(sent_at) AS at WHERE ${IS_RECENT})`;
}

/** The queue of the letter dispatcher: claims due letters, renews, holds, defers and returns them. */

import { LETTER_RETRY_MS } from '../../domain/letter-kinds.ts';
import type { HeldFor, RecentMessages } from '../../domain/letter-pacing.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';
import { type OutboxRow, type QueuedLetter, queuedLetterOf } from './letter-outbox.ts';

/** Which part of the readers a dispatcher serves: `shard` of `shards`, from 0. */
export interface Shard {
  shard: number;
  shards: number;
}

/** A claim without renewal ends after this time, and another dispatcher may send the letter. */
const CLAIM_SECONDS = 20;

/** A letter of an earlier version is sent by its workflow. If it still waits after this time, it will not be sent. */
const EARLIER_VERSION_MINUTES = 15;

const READER = Prisma.sql`coalesce(addressee ->> 'personId', addressee ->> 'contactPointId')`;

/** Times in the future that Liaise never sets itself come from a clock that was set back since. */
const IS_DUE = Prisma.sql`(due_at <= now() OR planned_at > now() + interval '5 seconds'
  OR (due_at IS NULL AND decided_at < now() - make_interval(mins => ${EARLIER_VERSION_MINUTES})))`;
/** It is not being sent at present. A waiting letter with a result is damaged: `liaise check` finds it. */
export const IS_FREE = Prisma.sql`settled_at IS NULL AND (claimed_until IS NULL OR claimed_until < now()
  OR claimed_until > now() + make_interval(secs => ${2 * CLAIM_SECONDS}))`;

/**
 * Claims the letters of readers with a due letter, those with an emergency first. Letters that wait to be bundled are
 * claimed with them; letters that wait for a retry are not.
 */
export async function claimLetters(
  db: Queries,
  claim: string,
  { shard, shards }: Shard,
  most: { readers: number; letters: number },
): Promise<QueuedLetter[]> {
  const rows = await db.$queryRaw<OutboxRow[]>`
    WITH due AS (
      SELECT ${READER} AS reader FROM letter
      WHERE status = 'waiting' AND ${IS_DUE} AND ${IS_FREE} AND (hashtext(${READER}) & 2147483647) % ${shards} = ${shard}
      GROUP BY 1 ORDER BY bool_or(coalesce(urgency = 'emergency', false)) DESC, min(coalesce(due_at, decided_at))
      LIMIT ${most.readers}
    ), taken AS (
      SELECT id FROM letter JOIN due ON due.reader = ${READER}
      WHERE status = 'waiting' AND ${IS_FREE} AND (${IS_DUE} OR (due_at IS NOT NULL AND message_id IS NULL))
      ORDER BY coalesce(urgency = 'emergency', false) DESC, queued_at, id
      LIMIT ${most.letters} FOR UPDATE OF letter SKIP LOCKED
    )
    UPDATE letter SET claim = ${claim}::uuid, claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS})
    FROM taken WHERE letter.id = taken.id
    RETURNING ${COLUMNS}`;
  return rows.map(queuedLetterOf);
}

/** Whether a letter about an emergency is due that no dispatcher has claimed. */
export async function isEmergencyDue(db: Queries, { shard, shards }: Shard): Promise<boolean> {
  const rows = await db.$queryRaw<{ isDue: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM letter WHERE status = 'waiting' AND urgency = 'emergency' AND ${IS_DUE} AND ${IS_FREE}
        AND (hashtext(${READER}) & 2147483647) % ${shards} = ${shard}
    ) AS "isDue"`;
  return rows[0]?.isDue ?? false;
}

const COLUMNS = Prisma.sql`letter.id::text, letter.referral_id::text AS "referralId", seq, letter, addressee,
  recipient_id AS "recipientId", clock_id AS "clockId", status, code, decided_at AS "decidedAt",
  settled_at AS "settledAt", urgency, queued_at AS "queuedAt", due_at AS "dueAt", held_for AS "heldFor", tries,
  tried_at AS "triedAt", last_error AS "lastError", claim::text, message_id::text AS "messageId"`;

/** Extends the claims that this run still has, and returns the ids of their letters. */
export async function renewClaims(db: Queries, claim: string, letterIds?: readonly string[]): Promise<string[]> {
  const only = letterIds ? Prisma.sql`AND id = ANY(${[...letterIds]}::uuid[])` : Prisma.empty;
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE letter SET claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS})
    WHERE claim = ${claim}::uuid AND status = 'waiting' ${only} RETURNING id::text`;
  return rows.map(({ id }) => id);
}

/**
 * Fixes the letters of a message before its first attempt: a repeated attempt has the same letters and Message-ID.
 *
 * @returns false if the claim on one of them was lost; the message must not be sent.
 */
export async function beginMessage(
  db: Queries,
  claim: string,
  messageId: string,
  letterIds: readonly string[],
): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE letter SET message_id = ${messageId}::uuid, claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS})
    WHERE claim = ${claim}::uuid AND status = 'waiting' AND id = ANY(${[...letterIds]}::uuid[])`;
  return count === letterIds.length;
}

/** Ends the claims of this run, so that another one need not wait until they expire. */
export async function releaseClaims(db: Queries, claim: string): Promise<void> {
  await db.$executeRaw`
    UPDATE letter SET claim = NULL, claimed_until = NULL WHERE claim = ${claim}::uuid AND status = 'waiting'`;
}

/** Puts letters back until the given time. */
export async function holdLetters(
  db: Queries,
  claim: string,
  letterIds: readonly string[],
  { until, heldFor }: { until: Date; heldFor: HeldFor },
): Promise<void> {
  await db.$executeRaw`
    UPDATE letter SET due_at = ${until}, held_for = ${heldFor}, planned_at = now(), claim = NULL, claimed_until = NULL
    WHERE claim = ${claim}::uuid AND status = 'waiting' AND id = ANY(${[...letterIds]}::uuid[])`;
}

/**
 * Records an attempt that failed for now. The next one is `seconds` later.
 *
 * @returns the ids of the deferred letters. The others have waited for as long as a letter is retried.
 */
export async function deferLetters(
  db: Queries,
  claim: string,
  letterIds: readonly string[],
  { seconds, error }: { seconds: number; error: string },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE letter SET tries = tries + 1, tried_at = now(), last_error = ${error}, held_for = 'retry', planned_at = now(),
                      due_at = now() + make_interval(secs => ${seconds}), claim = NULL, claimed_until = NULL
    WHERE claim = ${claim}::uuid AND status = 'waiting' AND id = ANY(${[...letterIds]}::uuid[])
      AND queued_at > now() - make_interval(secs => ${LETTER_RETRY_MS / 1000})
    RETURNING id::text`;
  return rows.map(({ id }) => id);
}

/** Records that a message was sent to these readers, for the limits of an hour. */
export async function markReaders(db: Queries, readers: readonly string[], isEmergency: boolean): Promise<void> {
  await db.$executeRaw`
    INSERT INTO letter_reader AS known (reader, sent_at, emergency_at)
    SELECT unnest(${[...readers]}::text[]), ARRAY[now()], CASE WHEN ${isEmergency} THEN ARRAY[now()] ELSE '{}' END
    ON CONFLICT (reader) DO UPDATE SET
      sent_at = ARRAY(SELECT at FROM unnest(known.sent_at || excluded.sent_at) AS at WHERE ${IS_RECENT}),
      emergency_at = ARRAY(SELECT at FROM unnest(known.emergency_at || excluded.emergency_at) AS at WHERE ${IS_RECENT})`;
}

const IS_RECENT = Prisma.sql`at > now() - interval '1 hour'`;

/** When messages were sent to each reader within the last hour. Times in the future are ignored: the clock was set back. */
export async function recentMessages(
  db: Queries,
  readers: readonly string[],
): Promise<{ now: Date; recent: ReadonlyMap<string, RecentMessages> }> {
  const [clock] = await db.$queryRaw<{ now: Date }[]>`SELECT now()::timestamptz(3) AS now`;
  const now = clock?.now ?? new Date();
  const rows = await db.letterReader.findMany({ where: { reader: { in: [...readers] } } });
  const isRecent = (at: Date) => at <= now && now.getTime() - at.getTime() < 3_600_000;
  const messagesOf = ({ sentAt, emergencyAt }: (typeof rows)[number]): RecentMessages => ({
    sentAt: sentAt.filter(isRecent),
    emergencySentAt: emergencyAt.filter(isRecent),
  });
  return { now, recent: new Map(rows.map((row) => [row.reader, messagesOf(row)])) };
}

/** Seconds until the next letter of the shard becomes due; undefined if none is waiting. */
export async function secondsUntilDue(db: Queries, { shard, shards }: Shard): Promise<number | undefined> {
  const rows = await db.$queryRaw<{ seconds: number | null }[]>`
    SELECT extract(epoch FROM min(greatest(due_at, claimed_until)) - now())::float8 AS seconds FROM letter
    WHERE status = 'waiting' AND settled_at IS NULL AND (hashtext(${READER}) & 2147483647) % ${shards} = ${shard}`;
  return rows[0]?.seconds ?? undefined;
}

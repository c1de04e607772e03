/** The queue of the letter dispatcher: claims due letters, renews, holds, defers and returns them. */

import { LETTER_RETRY_MS } from '../../domain/letter-kinds.ts';
import type { HeldFor } from '../../domain/letter-pacing.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';
import { type CountedMessage, countIf } from './letter-counts.ts';
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
const IS_EMERGENCY = Prisma.sql`coalesce(urgency = 'emergency', false)`;

/** Times in the future that Liaise never sets itself come from a clock that was set back since. */
const IS_DUE = Prisma.sql`(due_at <= now() OR planned_at > now() + interval '5 seconds'
  OR (due_at IS NULL AND decided_at < now() - make_interval(mins => ${EARLIER_VERSION_MINUTES})))`;
/** It is not being sent at present. A waiting letter with a result is damaged: `liaise check` finds it. */
export const IS_FREE = Prisma.sql`settled_at IS NULL AND (claimed_until IS NULL OR claimed_until < now()
  OR claimed_until > now() + make_interval(secs => ${2 * CLAIM_SECONDS}))`;

/**
 * Claims the due letters of some readers, those with an emergency first, and the letters that wait to be bundled with them.
 * Letters that are held for another reason, or wait for a retry, stay in the queue until they are due.
 *
 * The ids are passed on as arrays. A join would compare each letter with each other one if the server planned the statement
 * while few letters were waiting: it keeps the plan for the connection.
 *
 * @param most of the letters, for one reader and in all. The letters of further readers are not claimed in part.
 */
export async function claimLetters(
  db: Queries,
  claim: string,
  { shard, shards }: Shard,
  most: { readers: number; letters: number },
): Promise<QueuedLetter[]> {
  const rows = await db.$queryRaw<OutboxRow[]>`
    WITH due AS (
      SELECT id, ${READER} AS reader, ${IS_EMERGENCY} AS is_emergency, message_id, queued_at,
             coalesce(due_at, decided_at) AS due_at
      FROM letter
      WHERE status = 'waiting' AND ${IS_DUE} AND ${IS_FREE} AND (hashtext(${READER}) & 2147483647) % ${shards} = ${shard}
    ), readers AS (
      SELECT reader, row_number() OVER (ORDER BY bool_or(is_emergency) DESC, min(due_at), reader) AS place
      FROM due GROUP BY reader ORDER BY place LIMIT ${most.readers}
    ), ranked AS (
      SELECT id, place,
             row_number() OVER (PARTITION BY place ORDER BY is_due DESC, is_emergency DESC, message_id, queued_at, id) AS rank
      FROM (
        SELECT id, reader, is_emergency, message_id, queued_at, true AS is_due FROM due
        UNION ALL
        SELECT id, ${READER}, ${IS_EMERGENCY}, message_id, queued_at, false FROM letter
        WHERE status = 'waiting' AND held_for = 'bundle' AND message_id IS NULL AND NOT ${IS_DUE}
          AND ${IS_FREE} AND ${READER} = ANY(ARRAY(SELECT reader FROM readers))
      ) AS candidate JOIN readers USING (reader)
    ), chosen AS (
      SELECT id, count(*) OVER (ORDER BY place) AS total FROM ranked WHERE rank <= ${most.letters}
    ), taken AS (
      SELECT id FROM letter
      WHERE id = ANY(ARRAY(SELECT id FROM chosen WHERE total <= ${most.letters})) AND status = 'waiting' AND ${IS_FREE}
      FOR UPDATE SKIP LOCKED
    )
    UPDATE letter SET claim = ${claim}::uuid, claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS})
    WHERE id = ANY(ARRAY(SELECT id FROM taken))
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

/** A message that is about to be tried. `counted` is given for its first attempt. */
export interface Begun {
  messageId: string;
  letterIds: readonly string[];
  counted?: CountedMessage;
}

/**
 * Fixes the letters of a message before its first attempt, and counts it: a repeated attempt has the same letters and
 * Message-ID.
 *
 * @returns false if the claim on one of them was lost; the message must not be sent.
 */
export async function beginMessage(
  db: Queries,
  claim: string,
  { messageId, letterIds, counted }: Begun,
): Promise<boolean> {
  const rows = await db.$queryRaw<{ isWhole: boolean }[]>`
    WITH begun AS (
      UPDATE letter SET message_id = ${messageId}::uuid, claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS})
      WHERE claim = ${claim}::uuid AND status = 'waiting' AND id = ANY(${[...letterIds]}::uuid[])
      RETURNING id
    ), whole AS (
      SELECT count(*) = ${letterIds.length}::int AS is_whole FROM begun
    )${counted ? Prisma.sql`, counted AS (${countIf(Prisma.sql`(SELECT is_whole FROM whole)`, counted)})` : Prisma.empty}
    SELECT is_whole AS "isWhole" FROM whole`;
  return rows[0]?.isWhole ?? false;
}

/** Ends the claims of this run, or those on some letters, so that another one need not wait until they expire. */
export async function releaseClaims(db: Queries, claim: string, letterIds?: readonly string[]): Promise<void> {
  const only = letterIds ? Prisma.sql`AND id = ANY(${[...letterIds]}::uuid[])` : Prisma.empty;
  await db.$executeRaw`
    UPDATE letter SET claim = NULL, claimed_until = NULL WHERE claim = ${claim}::uuid AND status = 'waiting' ${only}`;
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

/** The previous version did not note the first attempt. */
const FIRST_TRIED = Prisma.sql`coalesce(first_tried_at, CASE WHEN tries = 0 THEN now() ELSE queued_at END)`;

/**
 * Records an attempt that failed for now. The next one is `seconds` later. The text of a message states that a limit held it
 * back, also in a repeated attempt.
 *
 * @returns the ids of the deferred letters. The others were retried for as long as a letter is.
 */
export async function deferLetters(
  db: Queries,
  claim: string,
  letterIds: readonly string[],
  { seconds, error }: { seconds: number; error: string },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE letter SET tries = tries + 1, first_tried_at = ${FIRST_TRIED}, tried_at = now(), last_error = ${error},
                      held_for = CASE WHEN held_for = 'cap' THEN 'cap' ELSE 'retry' END, planned_at = now(),
                      due_at = now() + make_interval(secs => ${seconds}), claim = NULL, claimed_until = NULL
    WHERE claim = ${claim}::uuid AND status = 'waiting' AND id = ANY(${[...letterIds]}::uuid[])
      AND ${FIRST_TRIED} > now() - make_interval(secs => ${LETTER_RETRY_MS / 1000})
    RETURNING id::text`;
  return rows.map(({ id }) => id);
}

/** Seconds until the next letter of the shard becomes due; undefined if none is waiting that no run has claimed. */
export async function secondsUntilDue(db: Queries, { shard, shards }: Shard): Promise<number | undefined> {
  const rows = await db.$queryRaw<{ seconds: number | null }[]>`
    SELECT extract(epoch FROM due_at - now())::float8 AS seconds FROM letter
    WHERE status = 'waiting' AND due_at IS NOT NULL AND ${IS_FREE}
      AND (hashtext(${READER}) & 2147483647) % ${shards} = ${shard}
    ORDER BY due_at LIMIT 1`;
  return rows[0]?.seconds ?? undefined;
}

/** The operations on the queue of letters for operators: list, retry, give up, and find letters that no dispatcher sends. */

import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import type { Person } from '../../domain/people.ts';
import type { Prisma } from '../generated/client.ts';
import { addLeaf } from './audit.ts';
import { type Database, LONG_TRANSACTION, type Queries } from './connect.ts';
import { IS_FREE } from './letter-claims.ts';
import { type QueuedLetter, queuedLetterOf } from './letter-outbox.ts';
import { TAKEN_BACK } from './letter-results.ts';

/** A letter of the list, with the reference of its referral. */
export interface ListedLetter extends QueuedLetter {
  reference: string;
}

/** Letters that wait, the oldest first, and then those that failed since then; `total` counts those beyond the limit too. */
export async function listQueue(
  db: Queries,
  failedSince: Date,
  limit: number,
): Promise<{ letters: ListedLetter[]; total: number }> {
  const where: Prisma.LetterWhereInput = {
    OR: [{ status: 'waiting' }, { status: 'failed', code: { not: TAKEN_BACK }, settledAt: { gt: failedSince } }],
  };
  const orderBy: Prisma.LetterOrderByWithRelationInput[] = [{ status: 'desc' }, { queuedAt: 'asc' }, { id: 'asc' }];
  const rows = await db.letter.findMany({ where, orderBy, take: limit });
  const total = rows.length < limit ? rows.length : await db.letter.count({ where });
  const ids = [...new Set(rows.map(({ referralId }) => referralId))];
  const referrals = await db.referral.findMany({ where: { id: { in: ids } }, select: { id: true, reference: true } });
  const references = new Map(referrals.map(({ id, reference }) => [id, reference]));
  const letters = rows.map((row) => ({
    ...queuedLetterOf(row),
    reference: references.get(row.referralId) ?? row.referralId,
  }));
  return { letters, total };
}

/** The letter of that id; undefined if there is none. */
export async function findLetter(db: Queries, letterId: string): Promise<QueuedLetter | undefined> {
  const row = await db.letter.findFirst({ where: { id: letterId } });
  return row ? queuedLetterOf(row) : undefined;
}

/** What became of the request to send a letter again. A failed letter is sent as a copy. */
export type Retried =
  | { done: 'queued' | 'unknown' | 'already-sent' | 'being-sent' | 'taken-back' }
  | { done: 'queued' | 'already-copied'; copyId: string };

/**
 * Makes a waiting letter due now, with the others of its message, independent of why it waits. A failed one keeps its
 * result, and a copy with the id `copyId` is queued, once. One whose act was taken back must not be sent.
 */
export async function retryLetter(
  db: Database,
  { letterId, copyId }: { letterId: string; copyId: string },
  by: Person,
): Promise<Retried> {
  return db.$transaction(async (tx) => {
    const letter = await findLetter(tx, letterId);
    if (letter === undefined) return { done: 'unknown' };
    if (letter.status === 'sent') return { done: 'already-sent' };
    if (letter.code === TAKEN_BACK) return { done: 'taken-back' };
    const copied = letter.status === 'failed' ? { copyId } : {};
    const count = letter.status === 'failed' ? await copyLetter(tx, letterId, copyId) : await makeDue(tx, letter);
    if (count === 0) return letter.status === 'failed' ? { done: 'already-copied', copyId } : { done: 'being-sent' };
    const { referralId } = letter;
    const about: AuditLeaf['about'] = { letter: letter.letter, letterId, result: 'retried', ...copied };
    await addLeaf(tx, { operation: 'alteration', by, referralId, about });
    return { done: 'queued', ...copied };
  }, LONG_TRANSACTION);
}

/** The dispatcher repeats a message that has an id at once: limits and quiet hours apply to new messages only. */
async function makeDue(db: Queries, { letterId, messageId }: QueuedLetter): Promise<number> {
  return db.$executeRaw`
    UPDATE letter SET due_at = now(), planned_at = now(), message_id = coalesce(message_id, id)
    WHERE status = 'waiting' AND ${IS_FREE} AND (id = ${letterId}::uuid OR message_id = ${messageId}::uuid)`;
}

async function copyLetter(db: Queries, letterId: string, copyId: string): Promise<number> {
  return db.$executeRaw`
    INSERT INTO letter (id, referral_id, seq, letter, addressee, recipient_id, clock_id, status, decided_at, urgency,
                        due_at, message_id)
    SELECT ${copyId}::uuid, referral_id, seq, letter, addressee, recipient_id, clock_id, 'waiting', now(), urgency,
           now(), ${copyId}::uuid
    FROM letter WHERE id = ${letterId}::uuid AND status = 'failed' ON CONFLICT (id) DO NOTHING`;
}

/** Letters that no dispatcher tried although they have been due for two minutes, by referral. */
export async function neglectedLetters(
  db: Queries,
): Promise<{ referralId: string; reference: string; count: number }[]> {
  return db.$queryRaw`
    SELECT letter.referral_id::text AS "referralId", coalesce(max(reference), '') AS reference, count(*)::int AS count
    FROM letter LEFT JOIN referral ON referral.id = letter.referral_id
    WHERE letter.status = 'waiting' AND settled_at IS NULL AND greatest(coalesce(due_at, decided_at + interval '15 minutes'), claimed_until)
          < now() - interval '2 minutes'
    GROUP BY 1 ORDER BY min(queued_at)`;
}

/** Deliveries that no referral recorded although they were reported two minutes ago, by referral. */
export async function unrecordedDeliveries(
  db: Queries,
): Promise<{ referralId: string; reference: string; count: number }[]> {
  return db.$queryRaw`
    SELECT letter_report.referral_id::text AS "referralId", coalesce(max(reference), '') AS reference, count(*)::int AS count
    FROM letter_report LEFT JOIN referral ON referral.id = letter_report.referral_id
    WHERE letter_report.at < now() - interval '2 minutes' GROUP BY 1 ORDER BY min(letter_report.at)`;
}

/** What operators see and do with the queue of letters: list, retry, give up, and find letters that nobody sends. */

import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import type { Person } from '../../domain/people.ts';
import { addLeaf } from './audit.ts';
import { type Database, LONG_TRANSACTION, type Queries } from './connect.ts';
import { type QueuedLetter, queuedLetterOf } from './letter-outbox.ts';
import { TAKEN_BACK } from './letter-results.ts';

/** A letter of the list, with the reference of its referral. */
export interface ListedLetter extends QueuedLetter {
  reference: string;
}

/** Letters that wait or failed since then, the newest first. */
export async function listQueue(db: Queries, failedSince: Date, limit: number): Promise<ListedLetter[]> {
  const rows = await db.letter.findMany({
    where: {
      OR: [{ status: 'waiting' }, { status: 'failed', code: { not: TAKEN_BACK }, settledAt: { gt: failedSince } }],
    },
    orderBy: [{ queuedAt: 'desc' }, { id: 'asc' }],
    take: limit,
  });
  const ids = [...new Set(rows.map(({ referralId }) => referralId))];
  const referrals = await db.referral.findMany({ where: { id: { in: ids } }, select: { id: true, reference: true } });
  const references = new Map(referrals.map(({ id, reference }) => [id, reference]));
  return rows.map((row) => ({ ...queuedLetterOf(row), reference: references.get(row.referralId) ?? row.referralId }));
}

/** The letter of that id; undefined if there is none. */
export async function findLetter(db: Queries, letterId: string): Promise<QueuedLetter | undefined> {
  const row = await db.letter.findFirst({ where: { id: letterId } });
  return row ? queuedLetterOf(row) : undefined;
}

/**
 * Makes a waiting letter due now. A failed one keeps its result, and a copy with a new id and Message-ID is queued.
 *
 * @returns false if the letter was sent.
 */
export async function retryLetter(db: Database, letterId: string, by: Person): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const letter = await findLetter(tx, letterId);
    if (letter === undefined || letter.status === 'sent') return false;
    await tx.$executeRaw`
      UPDATE letter SET due_at = now(), planned_at = now() WHERE id = ${letterId}::uuid AND status = 'waiting'`;
    await tx.$executeRaw`
      INSERT INTO letter (id, referral_id, seq, letter, addressee, recipient_id, clock_id, status, decided_at, urgency,
                          due_at)
      SELECT gen_random_uuid(), referral_id, seq, letter, addressee, recipient_id, clock_id, 'waiting', now(), urgency, now()
      FROM letter WHERE id = ${letterId}::uuid AND status = 'failed'`;
    const { referralId } = letter;
    const about: AuditLeaf['about'] = { letter: letter.letter, letterId, result: 'retried' };
    await addLeaf(tx, { operation: 'alteration', by, referralId, about });
    return true;
  }, LONG_TRANSACTION);
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

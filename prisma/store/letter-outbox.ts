/** The outbox: letters that were decided, and their delivery status. */

import type { Addressee, LetterKind, LetterOrder } from '../../domain/letter-kinds.ts';
import type { Urgency } from '../../domain/vocabulary.ts';
import type { Letter as Row } from '../generated/client.ts';
import type { Queries } from './connect.ts';

/** A letter of the outbox with its delivery status. */
export interface OutboxLetter extends LetterOrder {
  referralId: string;
  seq: number;
  status: 'waiting' | 'sent' | 'failed';
  code: string | null;
  decidedAt: string;
  settledAt: string | null;
}

/** A letter with its state in the queue of the dispatcher. */
export interface QueuedLetter extends OutboxLetter {
  queuedAt: Date;
  /** When it is tried next; null if a workflow of an earlier version sends it. */
  dueAt: Date | null;
  heldFor: string | null;
  /** Attempts that the mail server deferred, the time of the last one, and its code. */
  tries: number;
  triedAt: Date | null;
  lastError: string | null;
  /** The message that contains it, once it was tried. */
  messageId: string | null;
}

/** Returns all letters of a referral. */
export async function lettersOf(db: Queries, referralId: string): Promise<OutboxLetter[]> {
  const rows = await db.letter.findMany({ where: { referralId }, orderBy: [{ seq: 'asc' }, { id: 'asc' }] });
  return rows.map(letterOf);
}

/** Returns the letters of a referral that are still to be sent. */
export async function waitingLetters(db: Queries, referralId: string): Promise<OutboxLetter[]> {
  return (await lettersOf(db, referralId)).filter(({ status }) => status === 'waiting');
}

/** Returns those of the letters that are already sent or failed, with their status. */
export async function settledLetters(db: Queries, letterIds: readonly string[]): Promise<OutboxLetter[]> {
  const rows = await db.letter.findMany({ where: { id: { in: [...letterIds] }, NOT: { status: 'waiting' } } });
  return rows.map(letterOf);
}

/** Gives the letters of a workflow of an earlier version to the dispatcher. */
export async function handOverLetters(db: Queries, referralId: string): Promise<number> {
  return db.$executeRaw`
    UPDATE letter SET due_at = now(), planned_at = now()
    WHERE referral_id = ${referralId}::uuid AND status = 'waiting' AND due_at IS NULL`;
}

/** A row of the table. */
export type OutboxRow = Omit<Row, 'plannedAt' | 'claimedUntil' | 'firstTriedAt'>;

/** Converts a row, with the state of the queue. */
export function queuedLetterOf(row: OutboxRow): QueuedLetter {
  const { queuedAt, dueAt, heldFor, tries, triedAt, lastError, messageId } = row;
  return { ...letterOf(row), queuedAt, dueAt, heldFor, tries, triedAt, lastError, messageId };
}

function letterOf(row: OutboxRow): OutboxLetter {
  const { id: letterId, letter, addressee, recipientId, clockId, urgency, decidedAt, settledAt } = row;
  const { referralId, seq, status, code } = row;
  return {
    ...{ letterId, letter: letter as LetterKind, addressee: addressee as unknown as Addressee },
    ...(recipientId && { recipientId }),
    ...(clockId && { clockId }),
    ...(urgency && { urgency: urgency as Urgency }),
    ...{ referralId, seq, status: status as OutboxLetter['status'], code },
    decidedAt: decidedAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  };
}

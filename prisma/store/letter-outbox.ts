/** The outbox: letters that were decided, and their delivery status. */

import type { Addressee, LetterKind, LetterOrder, LetterResult } from '../../domain/letter-kinds.ts';
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

/** Returns the letters of a referral that are still to be sent. */
export async function waitingLetters(db: Queries, referralId: string): Promise<OutboxLetter[]> {
  const rows = await db.letter.findMany({
    where: { referralId, status: 'waiting' },
    orderBy: [{ seq: 'asc' }, { id: 'asc' }],
  });
  return rows.map(letterOf);
}

/** Returns all letters of a referral. */
export async function lettersOf(db: Queries, referralId: string): Promise<OutboxLetter[]> {
  const rows = await db.letter.findMany({ where: { referralId }, orderBy: [{ seq: 'asc' }, { id: 'asc' }] });
  return rows.map(letterOf);
}

/** Returns those of the letters that are already sent or failed, with their status. */
export async function settledLetters(db: Queries, letterIds: readonly string[]): Promise<OutboxLetter[]> {
  const rows = await db.letter.findMany({ where: { id: { in: [...letterIds] }, NOT: { status: 'waiting' } } });
  return rows.map(letterOf);
}

/** Records the result of one letter immediately, so that a retry skips it. */
export async function settleLetter(db: Queries, result: LetterResult, at: Date): Promise<void> {
  const code = result.result === 'failed' ? result.code : null;
  await db.letter.update({ where: { id: result.letterId }, data: { status: result.result, code, settledAt: at } });
}

function letterOf(row: Row): OutboxLetter {
  return {
    letterId: row.id,
    letter: row.letter as LetterKind,
    addressee: row.addressee as unknown as Addressee,
    ...(row.recipientId && { recipientId: row.recipientId }),
    ...(row.clockId && { clockId: row.clockId }),
    referralId: row.referralId,
    seq: row.seq,
    status: row.status as OutboxLetter['status'],
    code: row.code,
    decidedAt: row.decidedAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
  };
}

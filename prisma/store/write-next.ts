/** Writes an act without a lock: the numbers of journal entries show whether another writer came first. */

import type { KeyState } from '../../domain/idempotency.ts';
import type { Referral } from '../../domain/referral.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';
import { type JournalChange, write } from './write.ts';

/** Returns the current state; undefined if there is no such referral. */
export async function referralBefore(db: Queries, referralId: string): Promise<Referral | undefined> {
  const rows = await db.$queryRaw<{ state: Referral }[]>`SELECT state FROM referral WHERE id = ${referralId}::uuid`;
  return rows[0]?.state;
}

/** @returns `taken` if another writer came first. For every result but `new`, nothing was written. */
export async function writeNext(db: Queries, change: JournalChange): Promise<KeyState | 'taken'> {
  try {
    return await write(db, { ...change, afterSeq: change.before?.seq ?? 0 });
  } catch (error) {
    if (isTaken(error)) return 'taken';
    throw error;
  }
}

/** The row exists already, or the entry has no number because the journal ends elsewhere. */
const KINDS = ['UniqueConstraintViolation', 'NullConstraintViolation'];

function isTaken(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { kind } = Object(Object(error.meta?.['driverAdapterError']).cause);
  return KINDS.includes(kind);
}

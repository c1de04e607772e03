/** An act written without a lock: the journal's own numbers tell whether somebody else wrote meanwhile. */

import type { Referral } from '../../domain/referral.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';
import { type Change, write } from './write.ts';

/** As it stands at this moment; undefined where there is none. */
export async function referralBefore(db: Queries, referralId: string): Promise<Referral | undefined> {
  const rows = await db.$queryRaw<{ state: Referral }[]>`SELECT state FROM referral WHERE id = ${referralId}::uuid`;
  return rows[0]?.state;
}

/** @returns whether it was written: all of it, or nothing. */
export async function writeNext(db: Queries, change: Change): Promise<boolean> {
  try {
    await write(db, { ...change, afterSeq: change.before?.seq ?? 0 });
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

/** A row that is there already; nothing where there must be something. */
const KINDS = ['UniqueConstraintViolation', 'NullConstraintViolation'];

function isTaken(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { kind } = Object(Object(error.meta?.['driverAdapterError']).cause);
  return KINDS.includes(kind);
}

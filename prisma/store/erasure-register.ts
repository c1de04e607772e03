/** Up to which line of the erasure register this database has all erasures, and what it still has of erased referrals. */

import type { RegisterEnd, RegisteredErasure } from '../../domain/erasure-register.ts';
import type { EventOf } from '../../domain/events.ts';
import { type Database, LONG_TRANSACTION, type Queries } from './connect.ts';

/** The end of the register when it was last written, and earlier registers that it replaces. */
export interface RegisterPosition extends RegisterEnd {
  replaced: string[];
}

/** Undefined if the database never had a register. */
export async function readRegisterPosition(db: Queries): Promise<RegisterPosition | undefined> {
  const row = await db.erasureRegister.findFirst();
  if (row === null) return undefined;
  const { register: id, entries, digest, replaced } = row;
  return { id, entries, digest, replaced };
}

/** Replaces the position. */
export async function saveRegisterPosition(db: Queries, position: RegisterPosition): Promise<void> {
  const { id: register, entries, digest, replaced } = position;
  const row = { register, entries, digest, replaced };
  await db.erasureRegister.upsert({ where: { id: 0 }, create: row, update: row });
}

/** One process at a time writes the register and its position, whichever machine it runs on. */
export function lockRegister<T>(db: Database, work: (tx: Queries) => Promise<T>): Promise<T> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('erasure_register'))`;
    return work(tx);
  }, LONG_TRANSACTION);
}

/** Whether the database has any referral. */
export async function hasReferrals(db: Queries): Promise<boolean> {
  return (await db.journal.findFirst({ select: { seq: true } })) !== null;
}

/** All erasures in the journal, the oldest first. */
export async function erasuresInJournal(db: Queries): Promise<RegisteredErasure[]> {
  const where = { type: 'erased' };
  const rows = await db.journal.findMany({ where, orderBy: [{ at: 'asc' }, { referralId: 'asc' }] });
  return rows.map(({ referralId, at, event }) =>
    registeredErasure(referralId, at.toISOString(), event as unknown as EventOf<'erased'>),
  );
}

/** The erasure as the register holds it. */
export function registeredErasure(
  referralId: string,
  at: string,
  { ground, keyIds = [], toConfirm, firstErasedAt }: EventOf<'erased'>,
): RegisteredErasure {
  return {
    ...{ referralId, erasedAt: firstErasedAt ?? at, keyIds },
    ...(ground && { ground }),
    ...(toConfirm && { toConfirm }),
  };
}

const CHUNK = 10_000;

/** Those of the referrals of which the database still has data, or no record of the erasure. */
export async function notErased(db: Queries, referralIds: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (let from = 0; from < referralIds.length; from += CHUNK) {
    const ids = referralIds.slice(from, from + CHUNK);
    const rows = await db.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM unnest(${ids}::uuid[]) AS erased (id)
      WHERE EXISTS (SELECT FROM data_key d WHERE d.referral_id = erased.id)
         OR EXISTS (SELECT FROM particulars p WHERE p.referral_id = erased.id)
         OR EXISTS (SELECT FROM origin_reference o WHERE o.referral_id = erased.id)
         OR EXISTS (SELECT FROM material_digest m WHERE m.referral_id = erased.id)
         OR EXISTS (SELECT FROM referral r WHERE r.id = erased.id AND r.status <> 'erased')`;
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

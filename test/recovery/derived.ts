/** Everything that is derived of a referral, as rows: to be held against what it was before a fault. */

import type { Database } from '../../prisma/store/connect.ts';

export async function derivedRows(db: Database, referralId: string) {
  const key = { where: { referralId } };
  return {
    referral: await db.referral.findUnique({ where: { id: referralId } }),
    recipients: await db.recipient.findMany({ ...key, orderBy: { id: 'asc' } }),
    parties: await db.party.findMany({ ...key, orderBy: { agencyId: 'asc' } }),
    clocks: await db.clock.findMany({ ...key, orderBy: { id: 'asc' } }),
    links: await db.link.findMany({ ...key, orderBy: { otherId: 'asc' } }),
    // When exactly one was settled is its row's alone.
    letters: await db.letter.findMany({ ...key, orderBy: { id: 'asc' }, omit: { settledAt: true } }),
  };
}

/** What the append-only rule refuses to everybody, done as somebody could who owns the database. */
export async function tamper(db: Database, table: 'journal' | 'audit_leaf', statement: string): Promise<void> {
  await db.$transaction([
    db.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_append_only`),
    db.$executeRawUnsafe(statement),
    db.$executeRawUnsafe(`ALTER TABLE ${table} ENABLE TRIGGER ${table}_append_only`),
  ]);
}

/** All rows that are derived from a referral's journal, for comparison before and after a fault. */

import type { Database } from '../../prisma/store/connect.ts';

const DERIVED = {
  ...{ id: true, seq: true, letter: true, addressee: true, recipientId: true, clockId: true, status: true, code: true },
  ...{ decidedAt: true, urgency: true },
};

export async function derivedRows(db: Database, referralId: string) {
  const key = { where: { referralId } };
  return {
    referral: await db.referral.findUnique({ where: { id: referralId } }),
    recipients: await db.recipient.findMany({ ...key, orderBy: { id: 'asc' } }),
    parties: await db.party.findMany({ ...key, orderBy: { agencyId: 'asc' } }),
    clocks: await db.clock.findMany({ ...key, orderBy: { id: 'asc' } }),
    deadlines: await db.openDeadline.findMany({ ...key, orderBy: [{ agencyId: 'asc' }, { clockId: 'asc' }] }),
    links: await db.link.findMany({ ...key, orderBy: { otherId: 'asc' } }),
    // The time of settlement and the attempts are stored only in the row, so a rebuild cannot restore them.
    letters: await db.letter.findMany({ ...key, orderBy: { id: 'asc' }, select: DERIVED }),
  };
}

/** Runs a statement that the append-only trigger refuses, as the owner of the database could. */
export async function tamper(db: Database, table: 'journal' | 'audit_leaf', statement: string): Promise<void> {
  await db.$transaction([
    db.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_append_only`),
    db.$executeRawUnsafe(statement),
    db.$executeRawUnsafe(`ALTER TABLE ${table} ENABLE TRIGGER ${table}_append_only`),
  ]);
}

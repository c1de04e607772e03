/** Leaves in a database, the sealer's connection to it, and what a superuser can do. */

import { urlAs } from '../../../dev/postgres.ts';
import type { AuditLeaf } from '../../../domain/audit/leaf.ts';
import { addLeaves } from '../../../prisma/store/audit.ts';
import type { Database, Queries } from '../../../prisma/store/connect.ts';
import { openSealingStore, type SealingStore } from '../../../prisma/store/log-sealing.ts';
import { atEnd } from '../../support/at-end.ts';
import { CAST } from '../../support/factories.ts';

/** Adds leaves, each with another field; the time goes back with every leaf, as after a clock was set back. */
export async function addSomeLeaves(db: Queries, count: number): Promise<void> {
  const leaves = Array.from({ length: count }, (_, index): AuditLeaf => {
    const at = new Date(Date.UTC(2026, 10, 30) - index * 1000).toISOString();
    const about = { refused: 'read', code: 'UNKNOWN_REFERRAL', field: `f${index}` } as const;
    return { v: 2, at, operation: 'refused-attempt', by: CAST.sender, about };
  });
  await addLeaves(db, leaves);
}

/** As the sealer's database role. */
export async function sealingStore(url: string): Promise<SealingStore> {
  const store = await openSealingStore(urlAs(url, 'liaise_sealer'));
  atEnd(store.close);
  return store;
}

/** Changes what the append-only trigger protects, as a superuser can. */
export async function asSuperuser(db: Database, table: string, statement: string): Promise<void> {
  await db.$transaction([
    db.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_append_only`),
    db.$executeRawUnsafe(statement),
    db.$executeRawUnsafe(`ALTER TABLE ${table} ENABLE TRIGGER ${table}_append_only`),
  ]);
}

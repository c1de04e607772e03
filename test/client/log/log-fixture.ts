/** Leaves in a database, the sealer's connection to it, and changes that a superuser can make. */

import { urlAs } from '../../../dev/postgres.ts';
import { concat, toHex } from '../../../domain/audit/bytes.ts';
import type { AuditLeaf } from '../../../domain/audit/leaf.ts';
import { hashOfLeaf } from '../../../domain/audit/leaf-commitment.ts';
import { rootOf } from '../../../domain/audit/merkle-tree.ts';
import { TILE_WIDTH } from '../../../domain/audit/tiles.ts';
import { addLeaves } from '../../../prisma/store/audit.ts';
import type { Database, Queries } from '../../../prisma/store/connect.ts';
import { saltBytes } from '../../../prisma/store/log.ts';
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

/** Rewrites a leaf, its hash and its tile, as a superuser can who knows how the log is built. */
export async function rewriteLeaf(db: Database, position: number, change: (leaf: AuditLeaf) => AuditLeaf) {
  const entry = await db.logEntry.findUniqueOrThrow({ where: { position } });
  const [stored] = await db.$queryRaw<{ leaf: AuditLeaf; salt: string }[]>`
    SELECT leaf, salt::text AS salt FROM audit_leaf WHERE id = ${entry.leafId}`;
  if (stored === undefined) throw new Error(`Position ${position} has no leaf.`);
  const leaf = change(stored.leaf);
  const hash = toHex(hashOfLeaf(leaf, saltBytes(stored.salt)));
  await asSuperuser(
    db,
    'audit_leaf',
    `UPDATE audit_leaf SET leaf = '${JSON.stringify(leaf)}' WHERE id = ${entry.leafId}`,
  );
  await asSuperuser(db, 'log_entry', `UPDATE log_entry SET hash = '\\x${hash}' WHERE position = ${position}`);
  const index = Math.floor(position / TILE_WIDTH);
  const rows = await db.logEntry.findMany({
    where: { position: { gte: index * TILE_WIDTH, lt: (index + 1) * TILE_WIDTH } },
    orderBy: { position: 'asc' },
  });
  if (rows.length < TILE_WIDTH) return;
  const hashes = concat(...rows.map((row) => row.hash));
  const root = rootOf(rows.map((row) => row.hash));
  await asSuperuser(
    db,
    'log_tile',
    `UPDATE log_tile SET hashes = '\\x${toHex(hashes)}', root = '\\x${toHex(root)}' WHERE level = 0 AND index = ${index}`,
  );
}

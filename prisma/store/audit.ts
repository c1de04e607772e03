/** Leaves of the audit log: added in the transaction of the event that they record, read by auditors, never changed. */

import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import type { Queries } from './connect.ts';
import { requestOrigin } from './request-origin.ts';

/** Appends leaves to the audit log. */
export async function addLeaves(db: Queries, leaves: readonly AuditLeaf[]): Promise<void> {
  // One statement of one form, which the database plans once. Each act of a person adds a leaf.
  await db.$executeRaw`
    INSERT INTO audit_leaf (at, operation, referral_id, leaf)
    SELECT (leaf ->> 'at')::timestamptz, leaf ->> 'operation', (leaf ->> 'referralId')::uuid, leaf
    FROM jsonb_array_elements(${JSON.stringify(leaves.map(withOrigin))}::jsonb) WITH ORDINALITY AS each (leaf, n)
    ORDER BY n`;
}

/** The leaf with the origin of the request that is being answered. */
export function withOrigin<T extends Pick<AuditLeaf, 'by'>>(leaf: T): T & Pick<AuditLeaf, 'via'> {
  const via = requestOrigin();
  return via && leaf.by.kind === 'person' ? { ...leaf, via } : leaf;
}

/** Appends a leaf with the current time. Acts of a journal have their own time: for them use `addLeaves`. */
export async function addLeaf(db: Queries, leaf: Omit<AuditLeaf, 'v' | 'at'>): Promise<void> {
  await addLeaves(db, [{ v: 2, at: new Date().toISOString(), ...leaf }]);
}

/** Returns all leaves about a referral, in order. */
export async function leavesOf(db: Queries, referralId: string): Promise<AuditLeaf[]> {
  const rows = await db.auditLeaf.findMany({ where: { referralId }, orderBy: { id: 'asc' } });
  return rows.map(({ leaf }) => leaf as unknown as AuditLeaf);
}

/** The audit log's leaves: added in the transaction of what they speak of, read by auditors, never changed. */

import type { Leaf } from '../../domain/audit/leaf.ts';
import type { Queries } from './connect.ts';
import { asJson } from './json.ts';

export async function addLeaves(db: Queries, leaves: readonly Leaf[]): Promise<void> {
  const data = leaves.map((leaf) => ({
    at: leaf.at,
    operation: leaf.operation,
    referralId: leaf.referralId ?? null,
    leaf: asJson(leaf),
  }));
  await db.auditLeaf.createMany({ data });
}

/** Of this moment, whatever is not an act of a journal: those have their own time. */
export async function addLeaf(db: Queries, leaf: Omit<Leaf, 'v' | 'at'>): Promise<void> {
  await addLeaves(db, [{ v: 1, at: new Date().toISOString(), ...leaf }]);
}

export async function leavesOf(db: Queries, referralId: string): Promise<Leaf[]> {
  const rows = await db.auditLeaf.findMany({ where: { referralId }, orderBy: { id: 'asc' } });
  return rows.map(({ leaf }) => leaf as unknown as Leaf);
}

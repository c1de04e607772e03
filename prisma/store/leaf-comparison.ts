/** Compares the journal of a referral with its audit leaves. Each entry has a leaf, and each leaf agrees with its entry. */

import { hash } from 'node:crypto';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import type { AuditLeaf, EntryDigest } from '../../domain/audit/leaf.ts';
import type { Queries } from './connect.ts';
import { readRecords, type StoredRecord } from './stored-referrals.ts';

/** A contradiction between journal and audit log, and the entry that it is about. */
export interface LeafContradiction {
  fault: /** The journal says something else than was logged. */
    | 'entry-changed'
    /** A leaf says something else than its entry, or is a second one for it. */
    | 'leaf-contradicts-entry'
    /** An entry that was never logged. */
    | 'entry-not-logged'
    /** The log has an entry that the journal lacks. */
    | 'entry-deleted';
  seq: number;
  detail: string;
}

/** Returns every contradiction, by entry. */
export async function contradictionsOf(db: Queries, referralId: string): Promise<LeafContradiction[]> {
  const record = (await readRecords(db, [referralId])).get(referralId);
  return record ? contradictionsIn(record) : [];
}

/** Returns every contradiction in what was read, by entry. */
export function contradictionsIn({ entries, leaves }: StoredRecord): LeafContradiction[] {
  const bySeq = Map.groupBy(
    leaves.flatMap(({ id, leaf }) => ('digest' in leaf.about ? [{ id, leaf, about: leaf.about }] : [])),
    ({ about }) => about.seq,
  );
  const found: LeafContradiction[] = [];
  for (const entry of entries) {
    // As it was written, without upcasting: the digest is over these fields.
    found.push(...compare(entry, digestOf(entry), bySeq.get(entry.seq) ?? []));
    bySeq.delete(entry.seq);
  }
  // A person decided that the journal is authoritative: the leaf names the entries that are no longer in it.
  const discarded = new Set(
    leaves.flatMap(({ leaf: { about } }) => ('forgotten' in about ? about.forgotten : [])).map(({ seq }) => seq),
  );
  for (const [seq, [first]] of bySeq) {
    if (discarded.has(seq)) continue;
    found.push({ fault: 'entry-deleted', seq, detail: `entry ${seq} (${first?.about.event}); leaf ${first?.id}` });
  }
  return found.toSorted((one, other) => one.seq - other.seq);
}

function digestOf(entry: object): string {
  return hash('sha256', canonicalJson(entry), 'hex');
}

function compare(
  { seq, at, by }: { seq: number; at: string; by: unknown },
  digest: string,
  leaves: readonly { id: bigint; leaf: AuditLeaf; about: EntryDigest }[],
): LeafContradiction[] {
  if (leaves.length === 0) return [{ fault: 'entry-not-logged', seq, detail: `entry ${seq}` }];
  const agreeing = leaves.filter(({ about }) => about.digest === digest);
  if (agreeing.length === 0) {
    const ids = leaves.map(({ id }) => id).join(', ');
    return [{ fault: 'entry-changed', seq, detail: `entry ${seq}; leaf ${ids}` }];
  }
  return leaves
    .filter(
      ({ leaf, about }) => about.digest !== digest || leaf.at !== at || canonicalJson(leaf.by) !== canonicalJson(by),
    )
    .map(({ id }) => ({ fault: 'leaf-contradicts-entry', seq, detail: `leaf ${id} about entry ${seq}` }));
}

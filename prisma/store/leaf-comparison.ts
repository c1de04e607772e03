/** Compares the journal of a referral with its audit leaves. Each entry has a leaf, and each leaf agrees with its entry. */

import { hash } from 'node:crypto';
import { apply } from '../../domain/apply.ts';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import { type AuditLeaf, derivedFields, type EntryDigest } from '../../domain/audit/leaf.ts';
import type { Referral } from '../../domain/referral.ts';
import { upcast } from '../../domain/upcast.ts';
import type { Queries } from './connect.ts';
import { readRecords, type StoredEntry, type StoredRecord } from './stored-referrals.ts';

/** A contradiction between journal and audit log, and the entry that it is about. */
export interface LeafContradiction {
  fault: /** The journal differs from what was logged. */
    | 'entry-changed'
    /** A leaf differs from its entry, or is a second one for it. */
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
  return record ? contradictionsIn(referralId, record) : [];
}

/** Returns every contradiction in what was read, by entry. */
export function contradictionsIn(referralId: string, { entries, leaves }: StoredRecord): LeafContradiction[] {
  const bySeq = Map.groupBy(
    leaves.flatMap(({ id, leaf }) => ('digest' in leaf.about ? [{ id, leaf, about: leaf.about }] : [])),
    ({ about }) => about.seq,
  );
  const found: LeafContradiction[] = [];
  const expected = new ExpectedLeaves(referralId);
  for (const entry of entries) {
    // As it was written, without upcasting: the digest is over these fields.
    const digest = digestOf(entry);
    const own = bySeq.get(entry.seq) ?? [];
    const isLogged = own.some(({ about }) => about.digest === digest);
    found.push(...compare(entry, digest, own, expected.after(entry, isLogged)));
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

/**
 * What the leaf of each entry must contain. Nothing follows from the journal after an entry that is missing or was changed.
 */
class ExpectedLeaves {
  readonly #referralId: string;
  #before: Referral | undefined;
  #next: number | undefined = 1;

  constructor(referralId: string) {
    this.#referralId = referralId;
  }

  /** The entries must come in order. Undefined if it is not known. @param isLogged whether a leaf has the digest of the entry */
  after(stored: StoredEntry, isLogged: boolean): string | undefined {
    if (!isLogged || stored.seq !== this.#next) this.#next = undefined;
    if (this.#next === undefined) return undefined;
    const entry = upcast(stored);
    const before = this.#before;
    const after = apply(before, entry, this.#referralId);
    this.#before = after;
    this.#next += 1;
    return comparable(derivedFields(this.#referralId, entry, { before, after }));
  }
}

function comparable({ operation, reference, change }: Pick<AuditLeaf, 'operation' | 'reference' | 'change'>): string {
  return canonicalJson({ operation, reference: reference ?? null, change: change ?? null });
}

function compare(
  { seq, at, by }: { seq: number; at: string; by: unknown },
  digest: string,
  leaves: readonly { id: bigint; leaf: AuditLeaf; about: EntryDigest }[],
  expected: string | undefined,
): LeafContradiction[] {
  if (leaves.length === 0) return [{ fault: 'entry-not-logged', seq, detail: `entry ${seq}` }];
  const first = leaves.find(({ about }) => about.digest === digest);
  if (first === undefined) {
    const ids = leaves.map(({ id }) => id).join(', ');
    return [{ fault: 'entry-changed', seq, detail: `entry ${seq}; leaf ${ids}` }];
  }
  const agrees = ({ at: leafAt, by: leafBy, ...leaf }: AuditLeaf) =>
    leafAt === at &&
    canonicalJson(leafBy) === canonicalJson(by) &&
    // Leaves of version 1 have no reference and change.
    (leaf.v === 1 || expected === undefined || comparable(leaf) === expected);
  return leaves
    .filter((each) => each !== first || !agrees(each.leaf))
    .map(({ id }) => ({ fault: 'leaf-contradicts-entry', seq, detail: `leaf ${id} about entry ${seq}` }));
}

/** Compares the journal of a referral with its audit leaves. Each entry has a leaf, and each leaf agrees with its entry. */

import { hash } from 'node:crypto';
import { type Step, stepsOf } from '../../domain/apply.ts';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import { type AuditLeaf, derivedFields, type EntryDigest } from '../../domain/audit/leaf.ts';
import type { JournalEntry } from '../../domain/events.ts';
import { upcast } from '../../domain/upcast.ts';
import { isSameJson } from './compare-json.ts';
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

/** Returns every contradiction in what was read, by entry. @param steps the fold of the entries, if it is known */
export function contradictionsIn(
  referralId: string,
  { entries, leaves }: StoredRecord,
  steps?: Iterable<Step>,
): LeafContradiction[] {
  const bySeq = Map.groupBy(
    leaves.flatMap(({ id, leaf }) => ('digest' in leaf.about ? [{ id, leaf, about: leaf.about }] : [])),
    ({ about }) => about.seq,
  );
  const found: LeafContradiction[] = [];
  const expected = new ExpectedLeaves(referralId, steps ?? stepsOf(referralId, upcastEach(entries)));
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
  readonly #steps: Iterator<Step>;
  #next: number | undefined = 1;

  constructor(referralId: string, steps: Iterable<Step>) {
    this.#referralId = referralId;
    this.#steps = steps[Symbol.iterator]();
  }

  /** The entries must come in order. Undefined if it is not known. @param isLogged whether a leaf has the digest of the entry */
  after({ seq }: StoredEntry, isLogged: boolean): DerivedFields | undefined {
    if (!isLogged || seq !== this.#next) this.#next = undefined;
    if (this.#next === undefined) return undefined;
    this.#next += 1;
    const step: Step | undefined = this.#steps.next().value;
    return step && derivedFields(this.#referralId, step.entry, step);
  }
}

type DerivedFields = ReturnType<typeof derivedFields>;

function* upcastEach(entries: Iterable<StoredEntry>): Generator<JournalEntry> {
  for (const entry of entries) yield upcast(entry);
}

function comparable({ operation, reference, change }: DerivedFields): object {
  return { operation, reference: reference ?? null, change: change ?? null };
}

function compare(
  { seq, at, by }: { seq: number; at: string; by: unknown },
  digest: string,
  leaves: readonly { id: bigint; leaf: AuditLeaf; about: EntryDigest }[],
  expected: DerivedFields | undefined,
): LeafContradiction[] {
  if (leaves.length === 0) return [{ fault: 'entry-not-logged', seq, detail: `entry ${seq}` }];
  const first = leaves.find(({ about }) => about.digest === digest);
  if (first === undefined) {
    const ids = leaves.map(({ id }) => id).join(', ');
    return [{ fault: 'entry-changed', seq, detail: `entry ${seq}; leaf ${ids}` }];
  }
  const agrees = ({ at: leafAt, by: leafBy, ...leaf }: AuditLeaf) =>
    leafAt === at &&
    isSameJson(leafBy, by) &&
    // Leaves of version 1 have no reference and change.
    (leaf.v === 1 || expected === undefined || isSameJson(comparable(leaf), comparable(expected)));
  return leaves
    .filter((each) => each !== first || !agrees(each.leaf))
    .map(({ id }) => ({ fault: 'leaf-contradicts-entry', seq, detail: `leaf ${id} about entry ${seq}` }));
}

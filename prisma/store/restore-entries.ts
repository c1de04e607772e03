/** Restores entries that the journal lost and Temporal's history still has, with everything derived from them. */

import { fold } from '../../domain/apply.ts';
import { leavesOfJournal } from '../../domain/audit/journal-leaves.ts';
import { textIdOf } from '../../domain/event-text.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Referral } from '../../domain/referral.ts';
import { leavesOf } from './audit.ts';
import { isSameJson } from './compare-json.ts';
import { type Database, LONG_TRANSACTION, type Queries } from './connect.ts';
import { destroyStored } from './erasure.ts';
import { readJournal } from './journal.ts';
import { mergeOrigins, saveOrigins, unmergeOrigins } from './origins.ts';
import { isJournalWhole, project } from './rebuild.ts';
import { lockReferral } from './referrals.ts';
import { write } from './write.ts';

/** Why nothing is restored: two versions of an entry, entries that Temporal lacks too, or a number in use elsewhere. */
export type RestoreRefusal = 'contradicted' | 'forgotten' | 'number-taken';

/** The result of restoring journal entries. */
export type Restored =
  | { restored: number; wordsLost: number }
  /** Nothing was written. */
  | { refused: RestoreRefusal };

/** Writes all entries or none. `remembered` may hold any entries of the referral in any order, also existing ones. */
export async function restoreEntries(
  db: Database,
  referralId: string,
  remembered: readonly JournalEntry[],
): Promise<Restored> {
  return db.$transaction(async (tx) => {
    await lockReferral(tx, referralId);
    const kept = await readJournal(tx, referralId);
    const account = await reconcile(tx, referralId, [...kept, ...remembered]);
    if ('refused' in account) return account;
    const { journal, referral } = account;
    const seqs = new Set(kept.map(({ seq }) => seq));
    const missing = journal.filter(({ seq }) => !seqs.has(seq));
    await append(tx, referral, journal, missing);
    // The texts of an erased referral are deleted on purpose.
    const wordsLost = referral.status === 'erased' ? 0 : await countLost(tx, missing);
    return { restored: missing.length, wordsLost };
  }, LONG_TRANSACTION);
}

/** Why a person must decide; undefined if `restoreEntries` can restore. Only reads. */
export async function findRestoreRefusal(
  db: Queries,
  referralId: string,
  remembered: readonly JournalEntry[],
): Promise<RestoreRefusal | undefined> {
  const kept = await readJournal(db, referralId);
  const account = await reconcile(db, referralId, [...kept, ...remembered]);
  return 'refused' in account ? account.refused : undefined;
}

type RestoreSummary = { journal: JournalEntry[]; referral: Referral } | { refused: RestoreRefusal };

async function reconcile(db: Queries, referralId: string, entries: readonly JournalEntry[]): Promise<RestoreSummary> {
  const journal = oneAccount(entries);
  if (journal === undefined) return { refused: 'contradicted' };
  const referral = fold(referralId, journal);
  const isWhole = await isJournalWhole(db, referralId, journal);
  if (referral === undefined || !isWhole) return { refused: 'forgotten' };
  return (await isNumberTaken(db, referral)) ? { refused: 'number-taken' } : { journal, referral };
}

/** The entries in order, each number once; undefined if two entries of one number differ. */
function oneAccount(entries: readonly JournalEntry[]): JournalEntry[] | undefined {
  const bySeq = new Map<number, JournalEntry>();
  for (const entry of entries) {
    const other = bySeq.get(entry.seq);
    if (other && !isSameJson(other, entry)) return undefined;
    bySeq.set(entry.seq, entry);
  }
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq);
}

async function isNumberTaken(db: Queries, { id, reference }: Referral): Promise<boolean> {
  return (await db.referral.count({ where: { reference, NOT: { id } } })) > 0;
}

async function append(
  db: Queries,
  referral: Referral,
  journal: readonly JournalEntry[],
  missing: readonly JournalEntry[],
): Promise<void> {
  const { id, submittedAt } = referral;
  // A table may have been restored without the others: then the leaves are still there.
  const known = new Set((await leavesOf(db, id)).flatMap(({ about }) => ('event' in about ? [about.seq] : [])));
  const lost = new Set(missing.map(({ seq }) => seq).filter((seq) => !known.has(seq)));
  const leaves = leavesOfJournal(id, journal, { restored: true }).filter(
    ({ about }) => 'event' in about && lost.has(about.seq),
  );
  const at = journal.at(-1)?.at ?? submittedAt;
  await write(db, { entries: missing, leaves, derivedFrom: [], before: undefined, after: referral, at });
  await project(db, journal, referral);
  await failRestoredLetters(
    db,
    id,
    missing.map(({ seq }) => seq),
  );
  for (const entry of missing) await follow(db, referral, entry, journal);
}

/**
 * The backup does not show whether letters that are newer than it were sent, and most of them were. They fail with a code of
 * their own, so that an operator can decide (`liaise letters`). Workflows of earlier versions know the results of theirs.
 */
async function failRestoredLetters(db: Queries, referralId: string, seqs: readonly number[]): Promise<void> {
  await db.$executeRaw`
    UPDATE letter SET status = 'failed', code = 'RESTORED', settled_at = now()
    WHERE referral_id = ${referralId}::uuid AND seq = ANY(${[...seqs]}::int[]) AND status = 'waiting'
      AND urgency IS NOT NULL`;
}

/** Writes what is stored outside the projection. */
async function follow(
  db: Queries,
  { id, senderAgencyId }: Referral,
  { seq, event }: JournalEntry,
  journal: readonly JournalEntry[],
): Promise<void> {
  if (event.type === 'submitted' || event.type === 'supplemented') {
    await saveOrigins(db, { agencyId: senderAgencyId, referralId: id, origins: event.origins });
  }
  if (event.type === 'closed' && event.closure.kind === 'duplicate') await mergeOrigins(db, id, event.closure.of);
  if (event.type === 'duplicate-taken-back') await unmergeOrigins(db, id, originalBefore(seq, journal));
  // A backup must not restore what was erased.
  if (event.type === 'erased') await destroyStored(db, id);
}

/** The id of the referral that this was a duplicate of. */
function originalBefore(seq: number, journal: readonly JournalEntry[]): string {
  const closures = journal.flatMap((entry) =>
    entry.seq < seq && entry.event.type === 'closed' ? [entry.event.closure] : [],
  );
  const last = closures.at(-1);
  if (last?.kind !== 'duplicate') throw new Error(`Entry ${seq} takes back a duplicate that was not marked before.`);
  return last.of;
}

/** Temporal never holds particulars: those that are newer than the backup are lost and must be requested again. */
async function countLost(db: Queries, entries: readonly JournalEntry[]): Promise<number> {
  const said = new Set(entries.map(({ event }) => textIdOf(event)).filter((text) => text !== undefined));
  const kept = await db.particulars.count({ where: { id: { in: [...said] } } });
  return said.size - kept;
}

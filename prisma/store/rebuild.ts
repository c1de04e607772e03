/** Derives everything again from the journal, one referral at a time, without downtime. */

import type { JournalEntry } from '../../domain/events.ts';
import type { LetterResult } from '../../domain/letter-kinds.ts';
import type { Referral } from '../../domain/referral.ts';
import { leavesOf } from './audit.ts';
import { compareStored, compareWithJournal, hasUncounted, reachesLog } from './comparison.ts';
import { type Database, LONG_TRANSACTION, type Queries } from './connect.ts';
import { contradictionsIn } from './leaf-comparison.ts';
import { loggedResults } from './letter-results.ts';
import { areLeavesInLog } from './log-inclusion.ts';
import { lockReferral } from './referrals.ts';
import { readStoredReferral } from './stored-referrals.ts';
import { write } from './write.ts';

/**
 * Returns a page of the ids of all referrals with a journal or a projection. `after` is the last of the previous page.
 */
export async function knownReferrals(db: Queries, after: string | undefined, limit: number): Promise<string[]> {
  const from = after ?? '00000000-0000-0000-0000-000000000000';
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM (
      (SELECT DISTINCT referral_id AS id FROM journal WHERE referral_id > ${from}::uuid ORDER BY 1 LIMIT ${limit})
      UNION (SELECT id FROM referral WHERE id > ${from}::uuid ORDER BY 1 LIMIT ${limit})
    ) AS known ORDER BY known.id LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** Counts the referrals with a first entry, without sorting the journal. */
export async function countAllReferrals(db: Queries): Promise<number> {
  const rows = await db.$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM journal WHERE seq = 1`;
  return Number(rows[0]?.count ?? 0);
}

/** Deletes a projection that has no journal. */
export async function deleteUnfoundedProjection(db: Database, referralId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockReferral(tx, referralId);
    const { isWhole, journal } = await compareWithJournal(tx, referralId);
    if (isWhole && journal.length === 0) await dropProjection(tx, referralId);
  }, LONG_TRANSACTION);
}

/**
 * Replaces the projection by the fold of the journal. Returns `broken` if the journal itself lacks an entry,
 * and `contradicted` if it does not agree with its leaves, or these do not agree with the tree of the log. Nothing is changed then.
 */
export async function rebuildReferral(
  db: Database,
  referralId: string,
): Promise<'same' | 'rebuilt' | 'broken' | 'contradicted'> {
  return db.$transaction(async (tx) => {
    await lockReferral(tx, referralId);
    const stored = await readStoredReferral(tx, referralId);
    const { journal, isWhole, steps, referral, differs } = compareStored(referralId, stored);
    if (!isWhole) return 'broken';
    if (referral === undefined || (differs.length === 0 && !hasUncounted(stored))) return 'same';
    // A person who changes an entry can also write its digest into the leaf. Only the tree shows it.
    if (contradictionsIn(referralId, stored, steps).length > 0 || !(await areLeavesInLog(tx, referralId)))
      return 'contradicted';
    await dropProjection(tx, referralId);
    await project(tx, journal, referral);
    return 'rebuilt';
  }, LONG_TRANSACTION);
}

/** Writes everything derived. Existing letters stay; they become settled if the journal or the audit log has their result. */
export async function project(db: Queries, journal: readonly JournalEntry[], referral: Referral): Promise<void> {
  const at = journal.at(-1)?.at ?? referral.submittedAt;
  await write(db, { entries: [], leaves: [], derivedFrom: journal, before: undefined, after: referral, at });
  for (const { at: settledAt, event } of journal) {
    if (event.type !== 'letters-settled') continue;
    for (const result of event.results) await settleIfWaiting(db, result, settledAt);
  }
  for (const { at: settledAt, ...result } of await loggedResults(db, referral.id))
    await settleIfWaiting(db, result, settledAt);
}

/** True if the entries count from 1 without a gap, and reach the last entry in the audit log. */
export async function isJournalWhole(
  db: Queries,
  referralId: string,
  journal: readonly JournalEntry[],
): Promise<boolean> {
  const leaves = await leavesOf(db, referralId);
  return reachesLog(
    journal,
    leaves.map((leaf) => ({ leaf })),
  );
}

async function settleIfWaiting(db: Queries, result: LetterResult, settledAt: string): Promise<void> {
  const code = result.result === 'failed' ? result.code : null;
  const waiting = { id: result.letterId, status: 'waiting' };
  await db.letter.updateMany({ where: waiting, data: { status: result.result, code, settledAt } });
}

async function dropProjection(db: Queries, referralId: string): Promise<void> {
  await db.party.deleteMany({ where: { referralId } });
  await db.recipient.deleteMany({ where: { referralId } });
  await db.requestEvent.deleteMany({ where: { referralId } });
  await db.clock.deleteMany({ where: { referralId } });
  await db.openDeadline.deleteMany({ where: { referralId } });
  await db.link.deleteMany({ where: { referralId } });
  await db.referral.deleteMany({ where: { id: referralId } });
}

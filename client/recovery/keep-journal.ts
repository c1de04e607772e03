/** Resolves a conflict between journal and Temporal by a person's decision: keeps the journal, deletes Temporal's
 * history. */

import { setTimeout } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import { entryDigest } from '../../domain/audit/leaf.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Person } from '../../domain/people.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import { compareWithJournal } from '../../prisma/store/comparison.ts';
import { findRestoreRefusal } from '../../prisma/store/restore-entries.ts';
import type { RecoveryDeps } from './check.ts';
import { entriesInHistories, listRuns, type Run } from './temporal-history.ts';
import { deleteHistory, end, start } from './workflow.ts';

/** The person who decides, and how they confirm. */
export interface Decision {
  by: Person;
  /** Called with the entries that only Temporal has. Throws to cancel. */
  agree(lost: readonly JournalEntry[]): Promise<void>;
}

/**
 * Terminates and deletes every run of the referral's workflow, and starts a new one from the journal. The audit log
 * records the person and the digest of each lost entry.
 *
 * @returns the lost entries in order: those acts must be repeated.
 * @throws ReferralError NOT_WHOLE if the journal itself lacks entries; WRONG_STATUS if there is no conflict.
 */
export async function keepJournal(
  { db, temporal }: RecoveryDeps,
  referralId: string,
  { by, agree }: Decision,
): Promise<JournalEntry[]> {
  const { journal, isWhole } = await compareWithJournal(db, referralId);
  if (!isWhole)
    throw new ReferralError('NOT_WHOLE', 'The journal itself lacks entries: restore a backup that has them.');
  const runs = await listRuns(temporal, referralId);
  const remembered = await entriesInHistories(temporal, runs);
  if ((await findRestoreRefusal(db, referralId, remembered)) === undefined) {
    throw new ReferralError('WRONG_STATUS', 'No decision is needed: run "liaise repair".');
  }
  const lost = without(journal, remembered);
  await agree(lost);
  await addLeaf(db, { operation: 'alteration', by, referralId, about: { forgotten: lost.map(entryDigest) } });
  await end(temporal, referralId);
  for (const run of runs) await deleteHistory(temporal, run);
  await start(temporal, referralId);
  await waitForDeletion(temporal, runs);
  return lost;
}

const DELETION_TIMEOUT_MS = 60_000;
const PAUSE_MS = 500;

/** Deletion takes about ten seconds. Until then `check` finds the entries. A slower server still completes it later. */
async function waitForDeletion(temporal: Client, runs: readonly Run[]): Promise<void> {
  const timeout = AbortSignal.timeout(DELETION_TIMEOUT_MS);
  while (!timeout.aborted && (await entriesInHistories(temporal, runs)).length > 0) await setTimeout(PAUSE_MS);
}

/** Entries without repetition, in order. Two versions of one entry both count. */
function without(journal: readonly JournalEntry[], remembered: readonly JournalEntry[]): JournalEntry[] {
  const known = new Set(journal.map(canonicalJson));
  const others = new Map(remembered.map((entry) => [canonicalJson(entry), entry]));
  return [...others]
    .filter(([text]) => !known.has(text))
    .map(([, entry]) => entry)
    .toSorted((one, other) => one.seq - other.seq);
}

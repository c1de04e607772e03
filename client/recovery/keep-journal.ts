/** A person has decided where journal and Temporal differ: the journal holds, and Temporal forgets. */

import { setTimeout } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { canonicalJson, entryDigest } from '../../domain/audit/leaf.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Person } from '../../domain/people.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import { compareWithJournal } from '../../prisma/store/rebuild.ts';
import { doubtAbout } from '../../prisma/store/restore-entries.ts';
import type { RecoveryDeps } from './check.ts';
import { entriesRemembered, listRuns, type Run } from './temporal-history.ts';
import { end, forget, start } from './workflow.ts';

/** Who decides, and how they agree. */
export interface Decision {
  by: Person;
  /** Is shown what Temporal alone remembers, and stops everything by throwing. */
  agree(lost: readonly JournalEntry[]): Promise<void>;
}

/**
 * Ends every run of the referral's workflow, has Temporal forget them, and goes on from the journal. The audit log keeps who
 * decided, and the digest of each entry that is lost.
 *
 * @returns those entries, in order: what they say is lost, and must be done again.
 * @throws ReferralError NOT_WHOLE where the journal itself lacks entries, WRONG_STATUS where nothing is in doubt.
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
  const remembered = await entriesRemembered(temporal, runs);
  if ((await doubtAbout(db, referralId, remembered)) === undefined) {
    throw new ReferralError('WRONG_STATUS', 'Nobody has to decide: what there is to mend, "liaise repair" mends.');
  }
  const lost = without(journal, remembered);
  await agree(lost);
  await addLeaf(db, { operation: 'alteration', by, referralId, about: { forgotten: lost.map(entryDigest) } });
  await end(temporal, referralId);
  for (const run of runs) await forget(temporal, run);
  await start(temporal, referralId);
  await untilForgotten(temporal, runs);
  return lost;
}

const PATIENCE_MS = 60_000;
const PAUSE_MS = 500;

/** It takes some ten seconds, and until then `check` finds them. A server that takes much longer does it all the same. */
async function untilForgotten(temporal: Client, runs: readonly Run[]): Promise<void> {
  const patient = AbortSignal.timeout(PATIENCE_MS);
  while (!patient.aborted && (await entriesRemembered(temporal, runs)).length > 0) await setTimeout(PAUSE_MS);
}

/** Each once, in order; two accounts of one number are two. */
function without(journal: readonly JournalEntry[], remembered: readonly JournalEntry[]): JournalEntry[] {
  const known = new Set(journal.map(canonicalJson));
  const others = new Map(remembered.map((entry) => [canonicalJson(entry), entry]));
  return [...others]
    .filter(([text]) => !known.has(text))
    .map(([, entry]) => entry)
    .toSorted((one, other) => one.seq - other.seq);
}

/** Erases a referral that a restored backup still has: its data first, and then the entry in journal and audit log. */

import type { Client } from '@temporalio/client';
import { apply, fold } from '../../domain/apply.ts';
import { type AuditLeaf, leafOf } from '../../domain/audit/leaf.ts';
import type { RegisteredErasure } from '../../domain/erasure-register.ts';
import type { EventOf, JournalEntry, ReferralEvent } from '../../domain/events.ts';
import { ENGINE } from '../../domain/people.ts';
import { hasExpired, type Referral } from '../../domain/referral.ts';
import { type Database, LONG_TRANSACTION, type Queries } from '../../prisma/store/connect.ts';
import { destroyStored } from '../../prisma/store/erasure.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { isJournalWhole } from '../../prisma/store/rebuild.ts';
import { lockReferral } from '../../prisma/store/referrals.ts';
import { restoreEntries } from '../../prisma/store/restore-entries.ts';
import { write } from '../../prisma/store/write.ts';
import { entriesInHistories, listRuns } from './temporal-history.ts';

/** What erasing again needs. */
export interface EraseAgainDeps {
  db: Database;
  /** Its histories may have the original entries. Without it, a new entry states that the referral was erased again. */
  temporal?: Client;
}

/** @returns false if the data is destroyed, but the journal lacks entries or contradicts Temporal, so that no entry was added */
export async function eraseAgain(deps: EraseAgainDeps, erasure: RegisteredErasure): Promise<boolean> {
  const { db } = deps;
  const { referralId } = erasure;
  // First, so that nothing can be read, whatever becomes of the journal.
  const { destroyed, keyIds } = await db.$transaction((tx) => destroyStored(tx, referralId));
  if (!(await restoreFromTemporal(deps, referralId))) return false;
  return db.$transaction(async (tx) => {
    await lockReferral(tx, referralId);
    const journal = await readJournal(tx, referralId);
    if (!(await isJournalWhole(tx, referralId, journal))) return false;
    const before = fold(referralId, journal);
    if (before === undefined || before.status === 'erased') return true;
    const { erasedAt, ground, toConfirm } = erasure;
    const event: EventOf<'erased'> = {
      ...{ type: 'erased', destroyed, keyIds, firstErasedAt: erasedAt },
      ...(ground && { ground }),
      ...(toConfirm && { toConfirm }),
    };
    await append(tx, before, event);
    return true;
  }, LONG_TRANSACTION);
}

/** False if Temporal has entries that the journal lacks, and they cannot be restored. */
async function restoreFromTemporal({ db, temporal }: EraseAgainDeps, referralId: string): Promise<boolean> {
  if (temporal === undefined) return true;
  const remembered = await entriesInHistories(temporal, await listRuns(temporal, referralId));
  if (remembered.length === 0) return true;
  return !('refused' in (await restoreEntries(db, referralId, remembered)));
}

/** Adds the event, and stops every clock. No letters: the recipients had them after the first erasure. */
async function append(db: Queries, before: Referral, event: ReferralEvent): Promise<void> {
  const at = new Date().toISOString();
  const entries: JournalEntry[] = [];
  const leaves: AuditLeaf[] = [];
  let referral = before;
  const add = (added: ReferralEvent) => {
    const actId = `erase-again.${before.id}`;
    const entry: JournalEntry = { seq: referral.seq + 1, at, actId, by: ENGINE, schema: 1, event: added };
    const after = apply(referral, entry, before.id);
    entries.push(entry);
    leaves.push(leafOf(before.id, entry, { before: referral, after, restored: true }));
    referral = after;
  };
  add(event);
  const bySeq = referral.seq;
  for (const clock of before.clocks.filter(({ state }) => state.status !== 'stopped')) {
    add({ type: 'clock-stopped', clockId: clock.id, bySeq, late: hasExpired(clock, at) });
  }
  await write(db, { entries, leaves, derivedFrom: entries, before, after: referral, at });
}

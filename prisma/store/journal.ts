/** Reads the journal: the events of a referral, in order. `write.ts` adds rows, in the statement of their act. */

import type { EventType, JournalEntry } from '../../domain/events.ts';
import { upcast, type WrittenEntry } from '../../domain/upcast.ts';
import type { Journal as Row } from '../generated/client.ts';
import type { Queries } from './connect.ts';

/** Returns every entry after `afterSeq`, in order, in the current format. */
export async function readJournal(db: Queries, referralId: string, afterSeq = 0): Promise<JournalEntry[]> {
  const rows = await db.journal.findMany({ where: { referralId, seq: { gt: afterSeq } }, orderBy: { seq: 'asc' } });
  return rows.map(entryOf);
}

/** Returns the entries of one act; empty if it is not recorded. */
export async function readAct(db: Queries, referralId: string, actId: string): Promise<JournalEntry[]> {
  const rows = await db.journal.findMany({ where: { referralId, actId }, orderBy: { seq: 'asc' } });
  return rows.map(entryOf);
}

/** Returns the entries of these types, in order, by the id of their referral. */
export async function readEntriesOf(
  db: Queries,
  referralIds: readonly string[],
  types: readonly EventType[],
): Promise<Map<string, JournalEntry[]>> {
  const where = { referralId: { in: [...referralIds] }, type: { in: [...types] } };
  const rows = await db.journal.findMany({ where, orderBy: [{ referralId: 'asc' }, { seq: 'asc' }] });
  const byReferral = Map.groupBy(rows, ({ referralId }) => referralId);
  return new Map([...byReferral].map(([id, own]) => [id, own.map(entryOf)]));
}

function entryOf(row: Row): JournalEntry {
  return upcast({
    seq: row.seq,
    at: row.at.toISOString(),
    actId: row.actId,
    by: row.by as unknown as JournalEntry['by'],
    schema: row.schema,
    event: row.event as unknown as WrittenEntry['event'],
  });
}

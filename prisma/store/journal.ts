/** The journal: what happened to a referral, in order. Rows are added and read, nothing else. */

import type { JournalEntry } from '../../domain/events.ts';
import type { Prisma, Journal as Row } from '../generated/client.ts';
import type { Queries } from './connect.ts';
import { asJson } from './json.ts';

/** Every entry after `afterSeq`, in order. */
export async function readJournal(db: Queries, referralId: string, afterSeq = 0): Promise<JournalEntry[]> {
  const rows = await db.journal.findMany({ where: { referralId, seq: { gt: afterSeq } }, orderBy: { seq: 'asc' } });
  return rows.map(entryOf);
}

/** @throws when an entry of that number exists: two writers cannot both continue one journal. */
export async function appendJournal(db: Queries, referralId: string, entries: readonly JournalEntry[]): Promise<void> {
  await db.journal.createMany({ data: entries.map((entry) => rowOf(referralId, entry)) });
}

function rowOf(referralId: string, entry: JournalEntry): Prisma.JournalCreateManyInput {
  const { seq, at, actId, by, schema, event } = entry;
  return { referralId, seq, at, actId, by: asJson(by), schema, type: event.type, event: asJson(event) };
}

function entryOf(row: Row): JournalEntry {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    actId: row.actId,
    by: row.by as unknown as JournalEntry['by'],
    schema: row.schema as 1,
    event: row.event as unknown as JournalEntry['event'],
  };
}

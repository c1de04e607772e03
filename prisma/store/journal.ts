/** Reads the journal: the events of a referral, in order. `write.ts` adds rows, in the statement of their act. */

import type { DisclosedEntry } from '../../domain/disclosure.ts';
import type { JournalEntry } from '../../domain/events.ts';
import { upcast, type WrittenEntry } from '../../domain/upcast.ts';
import type { Journal as Row } from '../generated/client.ts';
import type { Queries } from './connect.ts';

/** Returns every entry after `afterSeq`, in order, in the current format. */
export async function readJournal(db: Queries, referralId: string, afterSeq = 0): Promise<JournalEntry[]> {
  const rows = await db.journal.findMany({ where: { referralId, seq: { gt: afterSeq } }, orderBy: { seq: 'asc' } });
  return rows.map(entryOf);
}

/** A journal entry without its content: what determines who sees it. */
export interface EntryPlace extends DisclosedEntry {
  referralId: string;
  seq: number;
}

/**
 * Returns the entries of several referrals without their content, in order.
 *
 * @param after for each referral, the number of the last entry that is not returned
 */
export async function readEntryPlaces(db: Queries, after: ReadonlyMap<string, number>): Promise<EntryPlace[]> {
  return db.$queryRaw<EntryPlace[]>`
    SELECT referral_id::text AS "referralId", seq, jsonb_strip_nulls(jsonb_build_object(
      'type', type, 'recipientId', event->'recipientId', 'questionId', event->'questionId',
      'clockId', event->'clockId', 'agencyId', event->'agencyId', 'kind', event->'kind')) AS event
    FROM unnest(${[...after.keys()]}::uuid[], ${[...after.values()]}::int[]) AS wanted (referral_id, last)
    JOIN journal USING (referral_id)
    WHERE seq > wanted.last ORDER BY referral_id, seq`;
}

/** Returns the entries of one act; empty if it is not recorded. */
export async function readAct(db: Queries, referralId: string, actId: string): Promise<JournalEntry[]> {
  const rows = await db.journal.findMany({ where: { referralId, actId }, orderBy: { seq: 'asc' } });
  return rows.map(entryOf);
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

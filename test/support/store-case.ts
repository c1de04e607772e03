/** Writes a referral from memory into a real database. */

import { randomUUID } from 'node:crypto';
import { fold } from '../../domain/apply.ts';
import { leavesOfJournal } from '../../domain/audit/journal-leaves.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { write } from '../../prisma/store/write.ts';
import type { Case } from './case.ts';

let lastNumber = 0;

/** Writes the case under a new id and reference number, without its letters and links. */
export async function storeCase(
  db: Database,
  { journal }: Case,
): Promise<{ referral: Referral; entries: JournalEntry[] }> {
  const id = randomUUID();
  lastNumber += 1;
  const reference = `XR-2026-${String(lastNumber).padStart(6, '0')}`;
  const entries = journal.map((entry): JournalEntry => {
    const { event } = entry;
    if (event.type === 'reference-allotted') return { ...entry, event: { ...event, reference } };
    return 'particulars' in event ? { ...entry, event: { ...event, particulars: randomUUID() } } : entry;
  });
  const referral = { ...(fold(id, entries) as Referral), links: [] };
  const told = entries.filter(({ event }) => event.type !== 'letters-decided');
  const leaves = leavesOfJournal(id, entries);
  await write(db, { entries, leaves, told, before: undefined, after: referral, at: entries.at(-1)?.at ?? '' });
  return { referral, entries };
}

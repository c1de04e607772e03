/** The rows that each act of a lifecycle wrote to journal and audit log; the other engines write the same rows. */

import { fold } from '../domain/apply.ts';
import { leavesOfJournal } from '../domain/audit/journal-leaves.ts';
import type { Database } from '../prisma/store/connect.ts';
import { readJournal } from '../prisma/store/journal.ts';
import type { WrittenAct } from './other-engines/messages.ts';

export async function writtenActs(db: Database, referralId: string): Promise<WrittenAct[]> {
  const journal = await readJournal(db, referralId);
  const leaves = leavesOfJournal(referralId, journal);
  const acts = [...Map.groupBy(journal, ({ actId }) => actId).values()];
  return acts.map((entries) => ({
    byEngine: entries.some(({ by }) => by.kind === 'engine'),
    isAwaited: entries.some(({ event }) => event.type === 'recipient-opened'),
    entries,
    leaves: entries.flatMap(({ seq }) => leaves[seq - 1] ?? []),
    state: fold(referralId, journal.slice(0, entries.at(-1)?.seq)),
  }));
}

/** Writes a referral from memory into a real database. */

import { randomUUID } from 'node:crypto';
import { fold } from '../../domain/apply.ts';
import { leavesOfJournal } from '../../domain/audit/journal-leaves.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { type JournalChange, write } from '../../prisma/store/write.ts';
import type { Case } from './case.ts';

let lastNumber = 0;

interface Stored {
  referral: Referral;
  entries: JournalEntry[];
}

/** Writes the case under a new id and reference number, without its letters and links. */
export async function storeCase(db: Database, it: Case): Promise<Stored> {
  const { id, entries } = renamed(it);
  const referral = stateAfter(id, entries);
  await writeEntries(db, { entries, leaves: leavesOfJournal(id, entries), before: undefined, after: referral });
  return { referral, entries };
}

/** As `storeCase`, without audit leaves, and with one write for each act, as the engine does. */
export async function storeActs(db: Database, it: Case): Promise<Stored> {
  const { id, entries } = renamed(it);
  let before: Referral | undefined;
  for (const act of Map.groupBy(entries, ({ actId }) => actId).values()) {
    const after = stateAfter(id, entries.slice(0, act.at(-1)?.seq));
    await writeEntries(db, { entries: act, leaves: [], before, after });
    before = after;
  }
  return { referral: before ?? stateAfter(id, entries), entries };
}

/** Writes what the case did since it was stored: one write for each act. */
export async function storeMoreActs(db: Database, { referral, entries }: Stored, it: Case): Promise<Stored> {
  const more = it.journal.slice(entries.length);
  let before = referral;
  for (const act of Map.groupBy(more, ({ actId }) => actId).values()) {
    const after = stateAfter(referral.id, [...entries, ...more.slice(0, (act.at(-1)?.seq ?? 0) - entries.length)]);
    await writeEntries(db, { entries: act, leaves: [], before, after });
    before = after;
  }
  return { referral: before, entries: [...entries, ...more] };
}

/** Deletes the recipients and parties of a stored case, and derives them from its entries, as a rebuild does. */
export async function deriveAgain(db: Database, { referral, entries }: Stored): Promise<void> {
  await db.recipient.deleteMany({ where: { referralId: referral.id } });
  await db.party.deleteMany({ where: { referralId: referral.id } });
  await db.requestEvent.deleteMany({ where: { referralId: referral.id } });
  const derivedFrom = entries.filter(({ event }) => event.type !== 'letters-decided');
  await write(db, {
    entries: [],
    leaves: [],
    derivedFrom,
    before: undefined,
    after: referral,
    at: referral.submittedAt,
  });
}

const UUID = /^[0-9a-f-]{36}$/;

function renamed({ journal }: Case): { id: string; entries: JournalEntry[] } {
  const id = randomUUID();
  lastNumber += 1;
  const reference = `XR-2026-${String(lastNumber).padStart(6, '0')}`;
  const entries = journal.map((entry): JournalEntry => {
    const { event } = entry;
    if (event.type === 'reference-allotted') return { ...entry, event: { ...event, reference } };
    if (event.type === 'closed' && event.closure.kind === 'duplicate')
      return { ...entry, event: { ...event, closure: { ...event.closure, of: randomUUID() } } };
    if (event.type === 'own-reference-set' && !UUID.test(event.text))
      return { ...entry, event: { ...event, text: randomUUID() } };
    return 'particulars' in event ? { ...entry, event: { ...event, particulars: randomUUID() } } : entry;
  });
  return { id, entries };
}

function stateAfter(id: string, entries: readonly JournalEntry[]): Referral {
  return { ...(fold(id, entries) as Referral), links: [] };
}

async function writeEntries(
  db: Database,
  change: Pick<JournalChange, 'entries' | 'leaves' | 'before' | 'after'>,
): Promise<void> {
  const derivedFrom = change.entries.filter(({ event }) => event.type !== 'letters-decided');
  await write(db, { ...change, derivedFrom, at: change.entries.at(-1)?.at ?? '' });
}

/** Everything derived, made anew from the journal: one referral at a time, while the system runs. */

import { isDeepStrictEqual } from 'node:util';
import { fold } from '../../domain/apply.ts';
import { canonical } from '../../domain/audit/leaf.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Database, Queries } from './connect.ts';
import { readJournal } from './journal.ts';
import { settleLetter } from './letters.ts';
import { lockReferral } from './referrals.ts';
import { clockRow, recipientRow } from './rows.ts';
import { write } from './write.ts';

/** Ids of all referrals that the journal knows, a page at a time; `after` is the last of the page before. */
export async function journalledReferrals(db: Queries, after: string | undefined, limit: number): Promise<string[]> {
  const from = after ?? '00000000-0000-0000-0000-000000000000';
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT referral_id::text AS id FROM journal WHERE referral_id > ${from}::uuid ORDER BY 1 LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

export async function countJournalled(db: Queries): Promise<number> {
  const rows = await db.$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM journal WHERE seq = 1`;
  return Number(rows[0]?.count ?? 0);
}

/** Projections that no journal stands behind. */
export async function unfoundedReferrals(db: Queries): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM referral WHERE NOT EXISTS (SELECT FROM journal WHERE referral_id = referral.id)`;
  return rows.map(({ id }) => id);
}

/** A projection without a journal is not a referral. */
export async function dropUnfounded(db: Database, referralId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    if ((await tx.journal.count({ where: { referralId } })) > 0) return;
    await dropProjection(tx, referralId);
  });
}

export interface Comparison {
  /** As the journal has it; undefined where its entries cannot be folded, since one is missing. */
  referral: Referral | undefined;
  /** What is derived and does not agree: `referral`, `recipients`, `clocks`, `letters`, `journal`. */
  differs: string[];
}

/** Reads only. */
export async function compareWithJournal(db: Queries, referralId: string): Promise<Comparison> {
  const journal = await readJournal(db, referralId);
  const hasGap = journal.some(({ seq }, index) => seq !== index + 1);
  if (hasGap || journal.length === 0) return { referral: undefined, differs: ['journal'] };
  const referral = fold(referralId, journal);
  if (referral === undefined) return { referral, differs: ['journal'] };
  const row = await db.referral.findUnique({
    where: { id: referralId },
    include: { recipients: { orderBy: { id: 'asc' } }, clocks: { orderBy: { id: 'asc' } } },
  });
  const letterIds = await letterIdsOf(db, referralId);
  const decided = lettersIn(journal);
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  const key = { referralId };
  const same = {
    referral: row !== null && canonical(row.state) === canonical(referral),
    recipients: isDeepStrictEqual(
      row?.recipients.map(plain) ?? [],
      [...referral.recipients].sort(byId).map((each) => plain({ ...key, ...recipientRow(each) })),
    ),
    clocks: isDeepStrictEqual(
      row?.clocks.map(plain) ?? [],
      [...referral.clocks].sort(byId).map((each) => plain({ ...key, ...clockRow(each) })),
    ),
    letters: decided.every((letterId) => letterIds.has(letterId)),
  };
  return { referral, differs: Object.entries(same).flatMap(([name, isSame]) => (isSame ? [] : [name])) };
}

/** Writes what the journal says over whatever stood there; says whether anything changed. */
export async function rebuildReferral(db: Database, referralId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await lockReferral(tx, referralId);
    const { referral, differs } = await compareWithJournal(tx, referralId);
    if (referral === undefined || differs.length === 0) return false;
    const journal = await readJournal(tx, referralId);
    const there = await letterIdsOf(tx, referralId);
    await dropProjection(tx, referralId);
    const at = journal.at(-1)?.at ?? referral.submittedAt;
    await write(tx, { entries: [], leaves: [], letters: journal, before: undefined, after: referral, at });
    await settleRebuilt(tx, journal, there);
    return true;
  });
}

async function dropProjection(db: Queries, referralId: string): Promise<void> {
  await db.recipient.deleteMany({ where: { referralId } });
  await db.clock.deleteMany({ where: { referralId } });
  await db.link.deleteMany({ where: { referralId } });
  await db.referral.deleteMany({ where: { id: referralId } });
}

/** Letters that were there keep what became of them: one may be on its way at this moment. */
async function settleRebuilt(db: Queries, journal: readonly JournalEntry[], there: ReadonlySet<string>): Promise<void> {
  for (const { at, event } of journal) {
    if (event.type !== 'letters-settled') continue;
    for (const result of event.results) {
      if (!there.has(result.letterId)) await settleLetter(db, result, new Date(at));
    }
  }
}

async function letterIdsOf(db: Queries, referralId: string): Promise<Set<string>> {
  const rows = await db.letter.findMany({ where: { referralId }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

function lettersIn(journal: readonly JournalEntry[]): string[] {
  return journal.flatMap(({ event }) =>
    event.type === 'letters-decided' ? event.letters.map(({ letterId }) => letterId) : [],
  );
}

/** Instants compare as text, whichever side they come from. */
function plain(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );
}

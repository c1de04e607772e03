/** Everything derived, held against the journal and made anew from it: one referral at a time, while the system runs. */

import { fold } from '../../domain/apply.ts';
import { canonicalJson } from '../../domain/audit/leaf.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { LetterResult } from '../../domain/letter-kinds.ts';
import type { Referral } from '../../domain/referral.ts';
import { type Database, LONG_TRANSACTION, type Queries } from './connect.ts';
import { readJournal } from './journal.ts';
import { partyRows } from './party-rows.ts';
import { recipientRows } from './recipient-rows.ts';
import { lockReferral } from './referrals.ts';
import { clockRow, referralRow } from './rows.ts';
import { write } from './write.ts';

/** Ids of all referrals with a journal or a projection, a page at a time; `after` is the last of the page before. */
export async function knownReferrals(db: Queries, after: string | undefined, limit: number): Promise<string[]> {
  const from = after ?? '00000000-0000-0000-0000-000000000000';
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM (
      (SELECT DISTINCT referral_id AS id FROM journal WHERE referral_id > ${from}::uuid ORDER BY 1 LIMIT ${limit})
      UNION (SELECT id FROM referral WHERE id > ${from}::uuid ORDER BY 1 LIMIT ${limit})
    ) AS known ORDER BY known.id LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

export async function countReferrals(db: Queries): Promise<number> {
  const rows = await db.$queryRaw<{ count: bigint }[]>`SELECT count(DISTINCT referral_id) FROM journal`;
  return Number(rows[0]?.count ?? 0);
}

/** A projection without a journal is not a referral. */
export async function dropUnfounded(db: Database, referralId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockReferral(tx, referralId);
    const { isWhole, journal } = await compareWithJournal(tx, referralId);
    if (isWhole && journal.length === 0) await dropProjection(tx, referralId);
  }, LONG_TRANSACTION);
}

export interface Comparison {
  journal: JournalEntry[];
  /** Its entries count from 1 without a gap, and as far as the audit log saw them go. */
  isWhole: boolean;
  /** As the journal has it; undefined where it is not whole, or empty. */
  referral: Referral | undefined;
  /** What is derived and does not agree: `referral`, `recipients`, `parties`, `clocks`, `links`, `letters`; or the `journal`. */
  differs: string[];
}

/** Reads only. While acts go on, it must be asked in a transaction that sees one moment. */
export async function compareWithJournal(db: Queries, referralId: string): Promise<Comparison> {
  const journal = await readJournal(db, referralId);
  const isWhole = await isJournalWhole(db, referralId, journal);
  if (!isWhole) return { journal, isWhole, referral: undefined, differs: ['journal'] };
  const referral = fold(referralId, journal);
  return { journal, isWhole, referral, differs: await differences(db, referralId, journal, referral) };
}

/** Writes what the journal says over whatever stood there. `broken`: the journal itself lacks an entry. */
export async function rebuildReferral(db: Database, referralId: string): Promise<'same' | 'rebuilt' | 'broken'> {
  return db.$transaction(async (tx) => {
    await lockReferral(tx, referralId);
    const { journal, isWhole, referral, differs } = await compareWithJournal(tx, referralId);
    if (!isWhole) return 'broken';
    if (referral === undefined || differs.length === 0) return 'same';
    await dropProjection(tx, referralId);
    await project(tx, journal, referral);
    return 'rebuilt';
  }, LONG_TRANSACTION);
}

/** Writes everything derived; a letter that is there stays, and is settled where the journal knows what became of it. */
export async function project(db: Queries, journal: readonly JournalEntry[], referral: Referral): Promise<void> {
  const at = journal.at(-1)?.at ?? referral.submittedAt;
  await write(db, { entries: [], leaves: [], told: journal, before: undefined, after: referral, at });
  for (const { at: settledAt, event } of journal) {
    if (event.type !== 'letters-settled') continue;
    for (const result of event.results) await settleIfWaiting(db, result, settledAt);
  }
}

/** Counted from 1 without a gap, and as far as the audit log saw it go. */
export async function isJournalWhole(
  db: Queries,
  referralId: string,
  journal: readonly JournalEntry[],
): Promise<boolean> {
  const rows = await db.$queryRaw<{ last: number | null }[]>`
    SELECT max((leaf -> 'about' ->> 'seq')::int) AS last FROM audit_leaf WHERE referral_id = ${referralId}::uuid`;
  const last = rows[0]?.last ?? 0;
  return journal.length >= last && journal.every(({ seq }, index) => seq === index + 1);
}

async function differences(
  db: Queries,
  referralId: string,
  journal: readonly JournalEntry[],
  referral: Referral | undefined,
): Promise<string[]> {
  const key = { referralId };
  const row = await db.referral.findUnique({ where: { id: referralId } });
  if (referral === undefined) return row ? ['referral'] : [];
  const expected = { id: referralId, ...referralRow(referral), changedAt: journal.at(-1)?.at, state: referral };
  const of = <T>(parts: readonly T[], rowOf: (part: T) => object) => parts.map((part) => ({ ...key, ...rowOf(part) }));
  const same = {
    referral: isSame([row], [expected]),
    recipients: isSame(await db.recipient.findMany({ where: key }), of(recipientRows(referral, journal), asIs)),
    parties: isSame(await db.party.findMany({ where: key }), of(partyRows(referral, journal), asIs)),
    clocks: isSame(await db.clock.findMany({ where: key }), of(referral.clocks, clockRow)),
    links: isSame(await db.link.findMany({ where: key }), of(referral.links, asIs)),
    letters: await areLettersSame(db, referralId, journal),
  };
  return Object.entries(same).flatMap(([name, agrees]) => (agrees ? [] : [name]));
}

const asIs = <T>(row: T) => row;

/** One may be on its way at this moment: settled in its row, and not yet in the journal. */
async function areLettersSame(db: Queries, referralId: string, journal: readonly JournalEntry[]): Promise<boolean> {
  const rows = await db.letter.findMany({ where: { referralId }, select: { id: true, status: true } });
  const statuses = new Map(rows.map(({ id, status }) => [id, status]));
  return journal.every(({ event }) => {
    if (event.type === 'letters-decided') return event.letters.every(({ letterId }) => statuses.has(letterId));
    if (event.type !== 'letters-settled') return true;
    return event.results.every(({ letterId }) => statuses.get(letterId) !== 'waiting');
  });
}

async function settleIfWaiting(db: Queries, result: LetterResult, settledAt: string): Promise<void> {
  const code = result.result === 'failed' ? result.code : null;
  const waiting = { id: result.letterId, status: 'waiting' };
  await db.letter.updateMany({ where: waiting, data: { status: result.result, code, settledAt } });
}

async function dropProjection(db: Queries, referralId: string): Promise<void> {
  await db.party.deleteMany({ where: { referralId } });
  await db.recipient.deleteMany({ where: { referralId } });
  await db.clock.deleteMany({ where: { referralId } });
  await db.link.deleteMany({ where: { referralId } });
  await db.referral.deleteMany({ where: { id: referralId } });
}

/** In any order; instants compare as text, whichever side they come from. */
function isSame(derived: readonly unknown[], expected: readonly unknown[]): boolean {
  const [one, other] = [derived, expected].map((rows) => rows.map(asText).sort().join());
  return one === other;
}

function asText(row: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify(row)));
}

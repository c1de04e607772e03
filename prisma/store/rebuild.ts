/** Compares everything derived with the journal and rebuilds it from there, one referral at a time, without downtime.
 * */

import { fold } from '../../domain/apply.ts';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { LetterResult } from '../../domain/letter-kinds.ts';
import type { Referral } from '../../domain/referral.ts';
import { requestEvents } from '../../domain/statistics/request-events.ts';
import type { Party } from '../generated/client.ts';
import { type Database, LONG_TRANSACTION, type Queries } from './connect.ts';
import { readJournal } from './journal.ts';
import { contradictionsOf } from './leaf-comparison.ts';
import { loggedResults } from './letter-results.ts';
import { partyRows } from './party-rows.ts';
import { recipientRows } from './recipient-rows.ts';
import { lockReferral } from './referrals.ts';
import { clockRow, referralRow } from './rows.ts';
import { write } from './write.ts';

/**
 * Returns a page of the ids of all referrals with a journal or a projection. `after` is the last of the previous page.
 */
export async function knownReferrals(db: Queries, after: string | undefined, limit: number): Promise<string[]> {
  const from = after ?? '00000000-0000-0000-0000-000000000000';
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM (
      (SELECT DISTINCT referral_id AS id FROM journal WHERE referral_id > ${from}::uuid ORDER BY 1 LIMIT ${limit})
      UNION (SELECT id FROM referral WHERE id > ${from}::uuid ORDER BY 1 LIMIT ${limit})
    ) AS known ORDER BY known.id LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** Counts the referrals with a journal or a projection. */
export async function countAllReferrals(db: Queries): Promise<number> {
  const rows = await db.$queryRaw<{ count: bigint }[]>`SELECT count(DISTINCT referral_id) FROM journal`;
  return Number(rows[0]?.count ?? 0);
}

/** Deletes a projection that has no journal. */
export async function deleteUnfoundedProjection(db: Database, referralId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockReferral(tx, referralId);
    const { isWhole, journal } = await compareWithJournal(tx, referralId);
    if (isWhole && journal.length === 0) await dropProjection(tx, referralId);
  }, LONG_TRANSACTION);
}

/** The result of comparing a referral's projections with its journal. */
export interface Comparison {
  journal: JournalEntry[];
  /** True if the entries count from 1 without a gap, and reach the last entry in the audit log. */
  isWhole: boolean;
  /** The fold of the journal; undefined if the journal is incomplete or empty. */
  referral: Referral | undefined;
  /**
   * Names of derived parts that differ: `referral`, `recipients`, `parties`, `clocks`, `links`, `requests`, `letters`, or
   * `journal`.
   */
  differs: string[];
}

/** Compares and changes nothing. While acts go on, call it in a transaction of isolation level REPEATABLE READ. */
export async function compareWithJournal(db: Queries, referralId: string): Promise<Comparison> {
  const journal = await readJournal(db, referralId);
  const isWhole = await isJournalWhole(db, referralId, journal);
  if (!isWhole) return { journal, isWhole, referral: undefined, differs: ['journal'] };
  const referral = fold(referralId, journal);
  return { journal, isWhole, referral, differs: await differences(db, referralId, journal, referral) };
}

/**
 * Replaces the projection by the fold of the journal. Returns `broken` if the journal itself lacks an entry,
 * and `contradicted` if it does not agree with the audit log. Nothing is changed then.
 */
export async function rebuildReferral(
  db: Database,
  referralId: string,
): Promise<'same' | 'rebuilt' | 'broken' | 'contradicted'> {
  return db.$transaction(async (tx) => {
    await lockReferral(tx, referralId);
    const { journal, isWhole, referral, differs } = await compareWithJournal(tx, referralId);
    if (!isWhole) return 'broken';
    if (differs.length > 0 && (await contradictionsOf(tx, referralId)).length > 0) return 'contradicted';
    if (referral === undefined || (differs.length === 0 && !(await hasUncounted(tx, referralId)))) return 'same';
    await dropProjection(tx, referralId);
    await project(tx, journal, referral);
    return 'rebuilt';
  }, LONG_TRANSACTION);
}

/** Writes everything derived. Existing letters stay; they become settled if the journal or the audit log has their result. */
export async function project(db: Queries, journal: readonly JournalEntry[], referral: Referral): Promise<void> {
  const at = journal.at(-1)?.at ?? referral.submittedAt;
  await write(db, { entries: [], leaves: [], told: journal, before: undefined, after: referral, at });
  for (const { at: settledAt, event } of journal) {
    if (event.type !== 'letters-settled') continue;
    for (const result of event.results) await settleIfWaiting(db, result, settledAt);
  }
  for (const { at: settledAt, ...result } of await loggedResults(db, referral.id))
    await settleIfWaiting(db, result, settledAt);
}

/** True if the entries count from 1 without a gap, and reach the last entry in the audit log. */
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
  const row = await db.referral.findFirst({ where: { id: referralId } });
  if (referral === undefined) return row ? ['referral'] : [];
  const expected = { id: referralId, ...referralRow(referral), changedAt: journal.at(-1)?.at, state: referral };
  const of = <T>(parts: readonly T[], rowOf: (part: T) => object) => parts.map((part) => ({ ...key, ...rowOf(part) }));
  const same = {
    referral: isSame([row], [expected]),
    recipients: isSame(await db.recipient.findMany({ where: key }), of(recipientRows(referral, journal), asIs)),
    parties: areSameParties(await db.party.findMany({ where: key }), of(partyRows(referral, journal), asIs)),
    clocks: isSame(await db.clock.findMany({ where: key }), of(referral.clocks, clockRow)),
    links: isSame(await db.link.findMany({ where: key }), of(referral.links, asIs)),
    requests: await areRequestsSame(db, referralId, journal),
    letters: await areLettersSame(db, referralId, journal),
  };
  return Object.entries(same).flatMap(([name, agrees]) => (agrees ? [] : [name]));
}

const asIs = <T>(row: T) => row;

/** An earlier version did not count entries. */
function areSameParties(stored: readonly Party[], expected: readonly object[]): boolean {
  if (stored.every(({ entries }) => entries !== null)) return isSame(stored, expected);
  const withoutCount = (row: object) => ({ ...row, entries: null });
  return isSame(stored.map(withoutCount), expected.map(withoutCount));
}

async function hasUncounted(db: Queries, referralId: string): Promise<boolean> {
  if ((await db.party.count({ where: { referralId, entries: null } })) > 0) return true;
  const of = { where: { referralId } };
  return (
    (await db.recipient.count({ where: { ...of.where, drill: false } })) > 0 && (await db.requestEvent.count(of)) === 0
  );
}

/** An earlier version wrote no events: `statistics-incomplete` reports them together. */
async function areRequestsSame(db: Queries, referralId: string, journal: readonly JournalEntry[]): Promise<boolean> {
  const stored = await db.requestEvent.findMany({ where: { referralId } });
  if (stored.length === 0) return true;
  const numbers = stored.map((row) => ({ ...row, tookMs: row.tookMs === null ? null : Number(row.tookMs) }));
  return isSame(
    numbers,
    requestEvents(undefined, journal, referralId).map((event) => ({ referralId, ...event })),
  );
}

/** A letter being sent at this moment may be settled in its row and not yet in the journal. */
async function areLettersSame(db: Queries, referralId: string, journal: readonly JournalEntry[]): Promise<boolean> {
  const rows = await db.letter.findMany({ where: { referralId }, select: { id: true, status: true } });
  const statuses = new Map(rows.map(({ id, status }) => [id, status]));
  const logged = await loggedResults(db, referralId);
  if (logged.some(({ letterId }) => statuses.get(letterId) === 'waiting')) return false;
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
  await db.requestEvent.deleteMany({ where: { referralId } });
  await db.clock.deleteMany({ where: { referralId } });
  await db.link.deleteMany({ where: { referralId } });
  await db.referral.deleteMany({ where: { id: referralId } });
}

/** Compares in any order; instants of either side are compared as text. */
function isSame(derived: readonly unknown[], expected: readonly unknown[]): boolean {
  const [one, other] = [derived, expected].map((rows) => rows.map(asText).sort().join());
  return one === other;
}

function asText(row: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify(row)));
}

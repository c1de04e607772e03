/** Compares everything that is derived of a referral with its journal. Changes nothing. */

import { type Step, stepsOf } from '../../domain/apply.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Referral } from '../../domain/referral.ts';
import { requestEvents } from '../../domain/statistics/request-events.ts';
import { upcast } from '../../domain/upcast.ts';
import { isSameJson } from './compare-json.ts';
import type { Queries } from './connect.ts';
import { partyRows } from './party-rows.ts';
import { recipientRows } from './recipient-rows.ts';
import { clockRow, openDeadlineRows, referralRow } from './rows.ts';
import { type ReferralLeaf, readStoredReferral, type StoredReferral } from './stored-referrals.ts';

/** The result of comparing a referral's projections with its journal. */
export interface Comparison {
  journal: JournalEntry[];
  /** True if the entries count from 1 without a gap, and reach the last entry in the audit log. */
  isWhole: boolean;
  /** The fold, entry by entry; undefined if the journal is incomplete. */
  steps: readonly Step[] | undefined;
  /** The fold of the journal; undefined if the journal is incomplete or empty. */
  referral: Referral | undefined;
  /**
   * Names of derived parts that differ: `referral`, `recipients`, `parties`, `clocks`, `deadlines`, `links`, `requests`,
   * `letters`, or `journal`.
   */
  differs: string[];
}

/** Compares and changes nothing. While acts are recorded, call it in a transaction of isolation level REPEATABLE READ. */
export async function compareWithJournal(db: Queries, referralId: string): Promise<Comparison> {
  return compareStored(referralId, await readStoredReferral(db, referralId));
}

/** Compares what was read at one moment. */
export function compareStored(referralId: string, stored: StoredReferral): Comparison {
  const journal = stored.entries.map((entry) => upcast(entry));
  const isWhole = reachesLog(journal, stored.leaves);
  if (!isWhole) return { journal, isWhole, steps: undefined, referral: undefined, differs: ['journal'] };
  const steps = [...stepsOf(referralId, journal)];
  const referral = steps.at(-1)?.after;
  return { journal, isWhole, steps, referral, differs: differences(referralId, stored, steps, referral) };
}

/** True if the entries count from 1 without a gap, and reach the last entry in the audit log. */
export function reachesLog(journal: readonly JournalEntry[], leaves: readonly Pick<ReferralLeaf, 'leaf'>[]): boolean {
  const last = Math.max(0, ...leaves.map(({ leaf: { about } }) => ('seq' in about ? Number(about.seq) : 0)));
  return journal.length >= last && journal.every(({ seq }, index) => seq === index + 1);
}

/** True if an earlier version wrote the rows, so that something is not counted. */
export function hasUncounted({ parties, recipients, requests }: StoredReferral): boolean {
  if (parties.some(({ entries }) => entries === null) || lacksInstrument(requests)) return true;
  return recipients.some(({ drill }) => !drill) && requests.length === 0;
}

function differences(
  referralId: string,
  stored: StoredReferral,
  steps: readonly Step[],
  referral: Referral | undefined,
): string[] {
  if (referral === undefined) return stored.referral ? ['referral'] : [];
  const journal = steps.map(({ entry }) => entry);
  const key = { referralId };
  const expected = { id: referralId, ...referralRow(referral), changedAt: journal.at(-1)?.at, state: referral };
  const of = <T>(parts: readonly T[], rowOf: (part: T) => object) => parts.map((part) => ({ ...key, ...rowOf(part) }));
  const same = {
    referral: isSame([stored.referral ?? null], [expected]),
    recipients: isSame(stored.recipients, of(recipientRows(referral, journal), asIs)),
    parties: areSameParties(stored.parties, of(partyRows(referral, journal), asIs)),
    clocks: isSame(stored.clocks, of(referral.clocks, clockRow)),
    deadlines: isSame(stored.deadlines, of(openDeadlineRows(referral), asIs)),
    links: isSame(stored.links, of(referral.links, asIs)),
    requests: areRequestsSame(stored, referralId, steps),
    letters: areLettersSame(stored, journal),
  };
  return Object.entries(same).flatMap(([name, agrees]) => (agrees ? [] : [name]));
}

const asIs = <T>(row: T) => row;

/** An earlier version did not count entries. */
function areSameParties(stored: StoredReferral['parties'], expected: readonly object[]): boolean {
  if (stored.every(({ entries }) => entries !== null)) return isSame(stored, expected);
  const withoutCount = (row: object) => ({ ...row, entries: null });
  return isSame(stored.map(withoutCount), expected.map(withoutCount));
}

/** An earlier version wrote no events: `statistics-incomplete` reports them together. */
function areRequestsSame({ requests: stored }: StoredReferral, referralId: string, steps: readonly Step[]): boolean {
  if (stored.length === 0) return true;
  const expected = requestEvents(steps).map((event) => ({ referralId, ...event }));
  if (!lacksInstrument(stored)) return isSame(stored, expected);
  const withoutInstrument = (row: object) => ({ ...row, legalInstrument: null });
  return isSame(stored.map(withoutInstrument), expected.map(withoutInstrument));
}

/** An earlier version wrote events without it. */
function lacksInstrument(requests: StoredReferral['requests']): boolean {
  return requests.some(({ legalInstrument }) => legalInstrument === null);
}

/** A letter being sent at this moment may be settled in its row and not yet in the journal. */
function areLettersSame({ letters, leaves }: StoredReferral, journal: readonly JournalEntry[]): boolean {
  const statuses = new Map(letters.map(({ id, status }) => [id, status]));
  if (settledLetters(leaves).some((letterId) => statuses.get(letterId) === 'waiting')) return false;
  return journal.every(({ event }) => {
    if (event.type === 'letters-decided') return event.letters.every(({ letterId }) => statuses.has(letterId));
    if (event.type !== 'letters-settled') return true;
    return event.results.every(({ letterId }) => statuses.get(letterId) !== 'waiting');
  });
}

/** The letters that were sent or failed, by the audit log. */
function settledLetters(leaves: readonly ReferralLeaf[]): string[] {
  return leaves.flatMap(({ leaf: { about } }) => {
    const isSettled = 'letterId' in about && 'result' in about && ['sent', 'failed'].includes(about.result);
    return isSettled ? [about.letterId] : [];
  });
}

/** Compares in any order. */
function isSame(stored: readonly unknown[], expected: readonly unknown[]): boolean {
  if (stored.length !== expected.length) return false;
  const left = [...stored];
  return expected.every((row) => {
    const at = left.findIndex((other) => isSameJson(other, row));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

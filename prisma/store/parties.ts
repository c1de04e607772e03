/** Lists of referrals from the view of one agency: pages in order, counts and single rows. */

import { TASKS, type Task } from '../../domain/agency-tasks.ts';
import type { Approval } from '../../domain/agency-view.ts';
import type { ClockName } from '../../domain/clocks/clock-names.ts';
import type { FurtherTask } from '../../domain/further-tasks.ts';
import type { ListFilter, Sort, Worklist } from '../../domain/list-query.ts';
import type { RecipientStatus, ReferralStatus } from '../../domain/statuses.ts';
import type { Country, Kind, Urgency } from '../../domain/vocabulary.ts';
import { Prisma, type Party as Row } from '../generated/client.ts';
import type { Queries } from './connect.ts';
import { type Asking, conditionsOf, isVisibleRecipient, TASK } from './party-filter.ts';
import { isPartyTo } from './referrals.ts';

/** The agency, the filters and the position of a page of a list. */
export interface PartyPageQuery extends Asking {
  filter: ListFilter;
  sort: Sort;
  order: 'asc' | 'desc';
  /** The last row of the previous page: its sort value (null if absent) and its id. */
  after?: PartyPlace;
  limit: number;
}

/** The position of a row in the order of a list. */
export interface PartyPlace {
  value: string | null;
  referralId: string;
}

/** A row in the types of the domain. */
type ListedParty = Omit<
  Row,
  | 'kind'
  | 'urgency'
  | 'status'
  | 'recipientStatus'
  | 'approvals'
  | 'furtherTasks'
  | 'proposal'
  | 'proposedCountries'
  | 'owes'
  | 'nextClock'
> & {
  kind: Kind;
  urgency: Urgency;
  status: ReferralStatus;
  recipientStatus: RecipientStatus | null;
  approvals: Approval[];
  furtherTasks: FurtherTask[];
  owes: ClockName | null;
  nextClock: ClockName | null;
};

/** A row with the person's read mark; `place` is the cursor for the page after it. */
export type PartyRow = ListedParty & { seenSeq: number; place: PartyPlace };

/** Returns one page of the agency's referrals. */
export async function listParties(db: Queries, page: PartyPageQuery): Promise<PartyRow[]> {
  const { filter, sort, order, after, limit, personId } = page;
  const column = columnOf(sort, filter.desk);
  const direction = order === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const begins = after ? Prisma.sql` AND ${isAfter(column, sort, order, after)}` : Prisma.empty;
  // Ascending order puts rows without a clock last. Descending is its exact reverse, so one index serves both. The page is chosen
  // first, if possible by an index alone, because columns and read marks of thousands of other rows would take most of the time.
  const rows = await db.$queryRaw<(ListedParty & { seenSeq: number; value: Date | string | null })[]>`
    WITH page AS MATERIALIZED (
      SELECT p.referral_id, ${column} AS value FROM party p
      WHERE ${conditionsOf(filter, page)}${begins}
      ORDER BY ${column} ${direction}, p.referral_id ${direction} LIMIT ${limit}
    )
    SELECT ${COLUMNS}, coalesce(look.seq, 0) AS "seenSeq", page.value
    FROM page
    JOIN party p ON p.agency_id = ${page.agencyId} AND p.referral_id = page.referral_id
    LEFT JOIN look ON look.person_id = ${personId} AND look.agency_id = p.agency_id AND look.referral_id = p.referral_id
    ORDER BY page.value ${direction}, p.referral_id ${direction}`;
  return rows.map(({ value, ...row }) => ({ ...row, place: { value: asText(value), referralId: row.referralId } }));
}

/** Counts the agency's referrals that match the filter, at most `limit`, so that the time does not grow with the data. */
export async function countParties(
  db: Queries,
  filter: ListFilter,
  asking: Asking,
  limit: number | null = null,
): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM party p WHERE ${conditionsOf(filter, asking)} LIMIT ${limit}::int
    ) AS matching`;
  return rows[0]?.count ?? 0;
}

/** Counts the referrals of the worklist `waiting`: all of them, those that the person handles, and those with a task of each kind. */
export async function countTasks(db: Queries, asking: Asking): Promise<Record<Task | 'all' | 'mine', number>> {
  const columns = TASKS.map(
    (task) => Prisma.sql`(count(*) FILTER (WHERE ${TASK[task]}))::int AS ${Prisma.raw(`"${task}"`)}`,
  );
  const rows = await db.$queryRaw<Record<Task | 'all' | 'mine', number>[]>`
    SELECT count(*)::int AS "all", (count(*) FILTER (WHERE p.handler = ${asking.personId}))::int AS mine, ${Prisma.join(columns)} FROM party p
    WHERE ${conditionsOf({ desk: 'waiting' }, asking)}`;
  const [counts] = rows;
  if (counts === undefined) throw new Error('An aggregate returned no row.');
  return counts;
}

/** Returns those of the referrals to which the agency is a party. */
export async function partiesAmong(
  db: Queries,
  agencyId: string,
  referralIds: readonly string[],
): Promise<{ referralId: string; reference: string }[]> {
  const where = { agencyId, referralId: { in: [...referralIds] } };
  return db.party.findMany({ where, select: { referralId: true, reference: true }, orderBy: { reference: 'asc' } });
}

/** Returns the referral with that reference (in any case) or id, if the agency is a party to it. */
export async function partyNamed(
  db: Queries,
  agencyId: string,
  name: string,
): Promise<{ referralId: string; reference: string } | undefined> {
  const rows = await db.$queryRaw<{ referralId: string; reference: string }[]>`
    SELECT p.referral_id::text AS "referralId", p.reference FROM party p WHERE ${isPartyTo(agencyId, name)}`;
  return rows[0];
}

/** Returns those of the agencies that are parties to the referral. */
export async function partiesTo(db: Queries, reference: string, among: readonly string[]): Promise<string[]> {
  const where = { agencyId: { in: [...among] }, reference };
  const rows = await db.party.findMany({ where, select: { agencyId: true } });
  return rows.map(({ agencyId }) => agencyId);
}

/** A recipient as the agency sees it in a list. */
interface SeenRecipient {
  referralId: string;
  id: string;
  agencyId: string;
  country: Country;
  status: RecipientStatus;
}

/** Returns the recipients that the agency sees: sender and coordinator see all, a recipient only itself. */
export async function recipientsSeen(
  db: Queries,
  agencyId: string,
  referralIds: readonly string[],
): Promise<SeenRecipient[]> {
  if (referralIds.length === 0) return [];
  return db.$queryRaw<SeenRecipient[]>`
    SELECT r.referral_id AS "referralId", r.id, r.agency_id AS "agencyId", r.country, r.status FROM recipient r
    WHERE r.referral_id = ANY(${[...referralIds]}::uuid[]) AND ${isVisibleRecipient(agencyId)}
    ORDER BY r.referral_id, r.opened_at, r.id`;
}

const COLUMNS = Prisma.sql`p.agency_id AS "agencyId", p.referral_id AS "referralId", p.sender, p.coordinator,
  p.recipient, p.reference, p.kind, p.urgency, p.status, p.sender_agency_id AS "senderAgencyId",
  p.recipient_status AS "recipientStatus", p.in_hand AS "inHand", p.questioned, coalesce(p.approvals, '{}') AS approvals,
  coalesce(p.further_tasks, '{}') AS "furtherTasks", p.handler, p.owes,
  p.owes_by AS "owesBy", p.next_clock AS "nextClock", p.next_due_at AS "nextDueAt", p.risk_at AS "riskAt",
  p.urgency_order AS "urgencyOrder", p.drill, p.breached, p.silent, p.submitted_at AS "submittedAt",
  p.changed_at AS "changedAt", p.changed_seq AS "changedSeq", p.entries`;

const DUE = { theirs: Prisma.sql`p.next_due_at`, ours: Prisma.sql`p.owes_by` };

/** The column to sort by: on desks of the agency's own work, the due instant is that of its own clock. */
function columnOf(sort: Sort, desk: Worklist): Prisma.Sql {
  switch (sort) {
    case 'due':
      return desk === 'sent' || desk === 'all' ? DUE.theirs : DUE.ours;
    case 'submitted':
      return Prisma.sql`p.submitted_at`;
    case 'changed':
      return Prisma.sql`p.changed_at`;
    case 'reference':
      return Prisma.sql`p.reference`;
    case 'urgency':
      return Prisma.sql`p.urgency_order`;
  }
}

function isAfter(column: Prisma.Sql, sort: Sort, order: 'asc' | 'desc', { value, referralId }: PartyPlace): Prisma.Sql {
  const than = order === 'asc' ? Prisma.sql`>` : Prisma.sql`<`;
  const id = Prisma.sql`p.referral_id ${than} ${referralId}::uuid`;
  if (value === null) {
    const isNone = Prisma.sql`${column} IS NULL AND ${id}`;
    return order === 'asc' ? Prisma.sql`(${isNone})` : Prisma.sql`((${isNone}) OR ${column} IS NOT NULL)`;
  }
  const isText = sort === 'reference' || sort === 'urgency';
  const at = isText ? Prisma.sql`${value}` : Prisma.sql`${value}::timestamptz`;
  const isLater = Prisma.sql`(${column}, p.referral_id) ${than} (${at}, ${referralId}::uuid)`;
  return sort === 'due' && order === 'asc' ? Prisma.sql`(${isLater} OR ${column} IS NULL)` : isLater;
}

function asText(value: Date | string | null): string | null {
  return value instanceof Date ? value.toISOString() : value;
}

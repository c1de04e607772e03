/** Lists the referrals to which an agency is a party: filtered, sorted and paged. */

import { z } from 'zod';
import { type Task, tasksOfRoles } from '../../domain/agency-tasks.ts';
import type { Approval } from '../../domain/agency-view.ts';
import type { ClockName } from '../../domain/clocks/clock-names.ts';
import { OVERSIGHT } from '../../domain/disclosure.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { FurtherTask } from '../../domain/further-tasks.ts';
import { type ListFilter, type ListQuery, RELATIONS, SORTS } from '../../domain/list-query.ts';
import { type Person, worksOnReferrals } from '../../domain/people.ts';
import type { RecipientStatus, ReferralStatus } from '../../domain/statuses.ts';
import type { Country, Instant, Kind, Urgency } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import {
  countParties,
  listParties,
  type PartyPlace,
  type PartyRow,
  recipientsSeen,
} from '../../prisma/store/parties.ts';
import { instant } from '../contract/submission.ts';

/** One referral in a list. */
export interface ListRow {
  referralId: string;
  reference: string;
  kind: Kind;
  urgency: Urgency;
  status: ReferralStatus;
  /** Relations of the viewer's agency to the referral. */
  relations: (typeof RELATIONS)[number][];
  senderAgencyId: string;
  /** Status of the agency's own part, if it is a recipient. */
  recipientStatus?: RecipientStatus;
  /** Id of the person who handles it at the viewer's agency. */
  handler?: string;
  /** The clock of what the viewer's agency must do next, and its due instant, which is past if overdue. */
  owes?: { clock: ClockName; by: Instant };
  /** The first unanswered clock that the viewer sees, of any agency, and its due instant, which is past if overdue. */
  nextClock?: { clock: ClockName; dueAt: Instant };
  /** The instant from which a running clock is at risk. */
  riskAt?: Instant;
  /** Whether it is a drill. */
  drill: boolean;
  breached: boolean;
  silent: boolean;
  /** What a supervisor of the viewer's agency must decide, without repetition. */
  approvals: Approval[];
  /** What else the viewer's agency must do, without repetition. */
  furtherTasks: FurtherTask[];
  submittedAt: Instant;
  changedAt: Instant;
  changedSeq: number;
  /** The number of the last entry that the viewer's agency sees; absent in rows of earlier versions. */
  entries?: number;
  /** The viewer's read mark; 0 if never opened. */
  seenSeq: number;
  unread: boolean;
  /** The recipients that the viewer may see. */
  recipients: { id: string; agencyId: string; country: Country; status: RecipientStatus }[];
}

/** A row for lists that do not show recipients. */
export type RowWithoutRecipients = Omit<ListRow, 'recipients'>;

/** One page of a list of referrals. */
export interface ListPage {
  rows: ListRow[];
  /** Number of referrals on all pages. `MOST_COUNTED + 1` stands for any higher number. */
  total: number;
  /** Cursor of the next page; absent on the last. */
  next?: string;
}

/** Returns a page with the total. @throws ReferralError as `pageOfReferrals`. */
export async function listReferrals(deps: { db: Database }, viewer: Person, query: ListQuery): Promise<ListPage> {
  const [page, total] = await Promise.all([pageOfReferrals(deps, viewer, query), countReferrals(deps, viewer, query)]);
  return { ...page, total };
}

/**
 * Returns a page without the total, for callers that read all pages. Empty if the viewer's roles do not show referrals,
 * such as an administrator's.
 *
 * @throws ReferralError INVALID_INPUT if the cursor is invalid or belongs to another order.
 */
export async function pageOfReferrals(
  { db }: { db: Database },
  viewer: Person,
  query: ListQuery,
): Promise<Omit<ListPage, 'total'>> {
  const { rows, ...page } = await pageWithoutRecipients({ db }, viewer, query);
  const ids = rows.map(({ referralId }) => referralId);
  const recipients = Map.groupBy(await recipientsSeen(db, viewer.agencyId, ids), ({ referralId }) => referralId);
  const recipientsOf = (row: RowWithoutRecipients) =>
    (recipients.get(row.referralId) ?? []).map(({ id, agencyId, country, status }) => ({
      id,
      agencyId,
      country,
      status,
    }));
  return { rows: rows.map((row) => ({ ...row, recipients: recipientsOf(row) })), ...page };
}

/** As `pageOfReferrals`, for one query less. */
export async function pageWithoutRecipients(
  { db }: { db: Database },
  viewer: Person,
  query: ListQuery,
): Promise<{ rows: RowWithoutRecipients[]; next?: string }> {
  const after = query.cursor === undefined ? undefined : placeOf(query.cursor, query);
  if (!seesReferrals(viewer)) return { rows: [] };
  const { sort, order, cursor: _, limit, ...filter } = query;
  const found = await listParties(db, {
    ...{ ...viewerNow(viewer), filter, sort, order, limit: limit + 1 },
    ...(after && { after }),
  });
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return { rows: page.map(rowOf), ...(last && { next: cursorOf(last.place, query) }) };
}

/** More referrals of a list are not counted. */
export const MOST_COUNTED = 1_000;

/** Number of referrals on all pages. `MOST_COUNTED + 1` stands for any higher number. */
export async function countReferrals({ db }: { db: Database }, viewer: Person, filter: ListFilter): Promise<number> {
  return seesReferrals(viewer) ? await countParties(db, filter, viewerNow(viewer), MOST_COUNTED + 1) : 0;
}

/** True if the person's roles show referrals (see `disclose`): those of officers, supervisors, and oversight. */
export function seesReferrals(person: Person): boolean {
  return worksOnReferrals(person) || OVERSIGHT.some((role) => person.roles.includes(role));
}

/** Who makes the request and when, as list queries need it. */
interface ViewerNow {
  agencyId: string;
  personId: string;
  now: Instant;
  tasks: readonly Task[];
}

/** The viewer's agency, person and kinds of tasks, with the current time. */
export function viewerNow({ agencyId, personId, roles }: Person): ViewerNow {
  return { agencyId, personId, now: new Date().toISOString(), tasks: tasksOfRoles(roles) };
}

function rowOf(row: PartyRow): RowWithoutRecipients {
  const { recipientStatus, handler, owes, owesBy, nextClock, nextDueAt, riskAt, approvals, furtherTasks } = row;
  const { referralId, reference, senderAgencyId, drill, breached, silent, changedSeq, seenSeq } = row;
  return {
    ...{ referralId, reference, senderAgencyId, drill, breached, silent, changedSeq, seenSeq },
    ...{ kind: row.kind, urgency: row.urgency, status: row.status },
    relations: RELATIONS.filter((relation) => row[relation]),
    ...(recipientStatus && { recipientStatus }),
    ...(handler && { handler }),
    ...(owes && owesBy && { owes: { clock: owes, by: owesBy.toISOString() } }),
    ...(nextClock && nextDueAt && { nextClock: { clock: nextClock, dueAt: nextDueAt.toISOString() } }),
    ...(riskAt && { riskAt: riskAt.toISOString() }),
    ...(row.entries !== null && { entries: row.entries }),
    approvals,
    furtherTasks,
    submittedAt: row.submittedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    unread: changedSeq > seenSeq,
  };
}

type Ordered = Pick<ListQuery, 'sort' | 'order'>;

function cursorOf({ value, referralId }: PartyPlace, { sort, order }: Ordered): string {
  return Buffer.from(JSON.stringify([sort, order, value, referralId])).toString('base64url');
}

/** Cursor values are instants, reference numbers, or an urgency with an instant. */
const value = z.string().regex(/^[\w :.-]{1,100}$/);

const place = z.tuple([z.enum(SORTS), z.enum(['asc', 'desc']), value.nullable(), z.uuid()]);

/** @throws ReferralError INVALID_INPUT */
function placeOf(cursor: string, { sort, order }: Ordered): PartyPlace {
  const parsed = place.safeParse(json(Buffer.from(cursor, 'base64url').toString()));
  const [ofSort, ofOrder, value, referralId] = parsed.data ?? [];
  const isText = sort === 'reference' || sort === 'urgency';
  const isOne = isText ? value !== null : value === null ? sort === 'due' : instant.safeParse(value).success;
  if (ofSort === sort && ofOrder === order && isOne && value !== undefined && referralId) return { value, referralId };
  throw new ReferralError('INVALID_INPUT', 'The cursor belongs to another list. Start at its first page.', 'cursor');
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

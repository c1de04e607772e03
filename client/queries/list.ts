/** The lists of a desk: what an agency is party to, filtered, in order, a page at a time. */

import { z } from 'zod';
import type { Approval } from '../../domain/agency-view.ts';
import { ReferralError } from '../../domain/errors.ts';
import { type ListFilter, type ListQuery, RELATIONS, SORTS } from '../../domain/list-query.ts';
import type { Person } from '../../domain/people.ts';
import type { RecipientStatus, ReferralStatus } from '../../domain/statuses.ts';
import type { ClockName, Country, Instant, Kind, Urgency } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import {
  countParties,
  listParties,
  type PartyRow,
  type Place,
  recipientsSeen,
  type SeenRecipient,
} from '../../prisma/store/parties.ts';
import { instant } from '../contract/submission.ts';

export interface ListRow {
  referralId: string;
  reference: string;
  kind: Kind;
  urgency: Urgency;
  status: ReferralStatus;
  /** How the viewer's agency stands to it. */
  relations: (typeof RELATIONS)[number][];
  senderAgencyId: string;
  /** Of the agency's own part, where it is a recipient. */
  recipientStatus?: RecipientStatus;
  /** Who handles it at the viewer's agency: a person's id. */
  handler?: string;
  /** The clock of what the viewer's agency owes next, and until when: past where it is late. */
  owes?: { clock: ClockName; by: Instant };
  /** The first clock that the viewer sees and nobody has answered, whoever owes it: past where it is late. */
  nextClock?: { clock: ClockName; dueAt: Instant };
  /** From when on a running clock is at risk: compare with now. */
  riskAt?: Instant;
  breached: boolean;
  silent: boolean;
  /** What a supervisor of the viewer's agency has to decide, each once. */
  approvals: Approval[];
  submittedAt: Instant;
  changedAt: Instant;
  changedSeq: number;
  /** How far the viewer has seen it; 0 for never. */
  seenSeq: number;
  unread: boolean;
  /** As far as they are the viewer's business. */
  recipients: { id: string; agencyId: string; country: Country; status: RecipientStatus }[];
}

export interface ListPage {
  rows: ListRow[];
  /** Of all pages together. */
  total: number;
  /** Where the next page begins; absent on the last. */
  next?: string;
}

/** @throws ReferralError as `pageOfReferrals`. */
export async function listReferrals(deps: { db: Database }, viewer: Person, query: ListQuery): Promise<ListPage> {
  const [page, total] = await Promise.all([pageOfReferrals(deps, viewer, query), countReferrals(deps, viewer, query)]);
  return { ...page, total };
}

/**
 * Without the number of all, for whoever reads page after page. Empty for whoever sees no referrals: an administrator,
 * say.
 *
 * @throws ReferralError INVALID_INPUT where the cursor is of another order or none of ours.
 */
export async function pageOfReferrals(
  { db }: { db: Database },
  viewer: Person,
  query: ListQuery,
): Promise<Omit<ListPage, 'total'>> {
  const after = query.cursor === undefined ? undefined : placeOf(query.cursor, query);
  if (!seesReferrals(viewer)) return { rows: [] };
  const { sort, order, cursor: _, limit, ...filter } = query;
  const found = await listParties(db, {
    ...{ ...askingOf(viewer), filter, sort, order, limit: limit + 1 },
    ...(after && { after }),
  });
  const page = found.slice(0, limit);
  const ids = page.map(({ referralId }) => referralId);
  const recipients = Map.groupBy(await recipientsSeen(db, viewer.agencyId, ids), ({ referralId }) => referralId);
  const rows = page.map((row) => rowOf(row, recipients.get(row.referralId) ?? []));
  const last = found.length > limit ? page.at(-1) : undefined;
  return { rows, ...(last && { next: cursorOf(last.place, query) }) };
}

/** Of all pages together. */
export async function countReferrals({ db }: { db: Database }, viewer: Person, filter: ListFilter): Promise<number> {
  return seesReferrals(viewer) ? await countParties(db, filter, askingOf(viewer)) : 0;
}

/** As `disclose` has it: officers, supervisors and auditors do. */
export function seesReferrals({ roles }: Person): boolean {
  return roles.some((role) => ['liaison-officer', 'partner-officer', 'supervisor', 'auditor'].includes(role));
}

export function askingOf({ agencyId, personId }: Person): { agencyId: string; personId: string; now: Instant } {
  return { agencyId, personId, now: new Date().toISOString() };
}

function rowOf(row: PartyRow, recipients: readonly SeenRecipient[]): ListRow {
  const { recipientStatus, handler, owes, owesBy, nextClock, nextDueAt, riskAt, approvals } = row;
  const { referralId, reference, senderAgencyId, breached, silent, changedSeq, seenSeq } = row;
  return {
    ...{ referralId, reference, senderAgencyId, breached, silent, changedSeq, seenSeq },
    ...{ kind: row.kind, urgency: row.urgency, status: row.status },
    relations: RELATIONS.filter((relation) => row[relation]),
    ...(recipientStatus && { recipientStatus }),
    ...(handler && { handler }),
    ...(owes && owesBy && { owes: { clock: owes, by: owesBy.toISOString() } }),
    ...(nextClock && nextDueAt && { nextClock: { clock: nextClock, dueAt: nextDueAt.toISOString() } }),
    ...(riskAt && { riskAt: riskAt.toISOString() }),
    approvals,
    submittedAt: row.submittedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    unread: changedSeq > seenSeq,
    recipients: recipients.map(({ id, agencyId, country, status }) => ({ id, agencyId, country, status })),
  };
}

type Ordered = Pick<ListQuery, 'sort' | 'order'>;

function cursorOf({ value, referralId }: Place, { sort, order }: Ordered): string {
  return Buffer.from(JSON.stringify([sort, order, value, referralId])).toString('base64url');
}

/** Instants, reference numbers and urgencies with their instant hold nothing else. */
const value = z.string().regex(/^[\w :.-]{1,100}$/);

const place = z.tuple([z.enum(SORTS), z.enum(['asc', 'desc']), value.nullable(), z.uuid()]);

/** @throws ReferralError INVALID_INPUT */
function placeOf(cursor: string, { sort, order }: Ordered): Place {
  const parsed = place.safeParse(json(Buffer.from(cursor, 'base64url').toString()));
  const [ofSort, ofOrder, value, referralId] = parsed.data ?? [];
  const isText = sort === 'reference' || sort === 'urgency';
  const isOne = isText ? value !== null : value === null ? sort === 'due' : instant.safeParse(value).success;
  if (ofSort === sort && ofOrder === order && isOne && value !== undefined && referralId) return { value, referralId };
  throw new ReferralError('INVALID_INPUT', 'The cursor is of another list: begin at its first page.', 'cursor');
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

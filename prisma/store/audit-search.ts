/** Searches the audit log: acts of one agency's people, changes of its directory, and referrals that it sent or coordinates. */

import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import { OF_ONE_AGENCY } from '../../domain/disclosed-events.ts';
import { KINDS_OF_COORDINATOR } from '../../domain/disclosure.ts';
import type { AuditOperation, Instant } from '../../domain/vocabulary.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';

/** The filters of a search for audit entries. */
export interface LeafSearch {
  agencyId: string;
  referralId?: string;
  /** Of the referral: the entries at these places of its journal. */
  seqs?: readonly number[];
  byPersonIds?: readonly string[];
  byAgencyId?: string;
  operation?: AuditOperation;
  /** Leaves out what no person did. */
  withoutEngine?: boolean;
  from?: Instant;
  /** Exclusive. */
  before?: Instant;
  /** Position of the last row of the previous page. */
  after?: LeafPlace;
  limit: number;
}

/** The position of an audit entry in the order of the search. */
export interface LeafPlace {
  at: Instant;
  id: string;
}

/** An audit entry that matches the search. */
export interface FoundLeaf extends LeafPlace {
  leaf: AuditLeaf;
  /** Reference of the referral, if the agency is a party to it. */
  reference: string | null;
  /** Whether the agency coordinates the referral. */
  isCoordinator: boolean;
}

/** Returns the matching leaves, newest first. */
export async function searchLeaves(db: Queries, search: LeafSearch): Promise<FoundLeaf[]> {
  const own = await fewOwn(db, search.agencyId);
  const rows = await db.$queryRaw<LeafRow[]>`
    SELECT l.id, l.at, l.leaf, party.reference, coalesce(party.coordinator, false) AS "isCoordinator"
    FROM audit_leaf l LEFT JOIN party ON party.agency_id = ${search.agencyId} AND party.referral_id = l.referral_id
    WHERE ${Prisma.join(conditionsOf(search, own), ' AND ')}
    ORDER BY l.at DESC, l.id DESC LIMIT ${search.limit}`;
  return rows.map(({ id, at, ...row }) => ({ id: String(id), at: at.toISOString(), ...row }));
}

type LeafRow = Pick<FoundLeaf, 'leaf' | 'reference' | 'isCoordinator'> & { id: bigint; at: Date };

/** Up to this number of referrals, their leaves are looked up. With more, a scan of all leaves soon finds one. */
const FEW = 2_000;

/** The agency's own referrals; undefined if there are more than `FEW`. */
async function fewOwn(db: Queries, agencyId: string): Promise<string[] | undefined> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.referral_id::text AS id FROM party p
    WHERE p.agency_id = ${agencyId} AND (p.sender OR p.coordinator) ORDER BY p.referral_id LIMIT ${FEW + 1}`;
  return rows.length > FEW ? undefined : rows.map(({ id }) => id);
}

/** A list of values and not a join: a join would read all of the agency's referrals before the first leaf. */
function isOwn(agencyId: string, own: readonly string[] | undefined): Prisma.Sql {
  if (own) return Prisma.sql`l.referral_id = ANY(${[...own]}::uuid[])`;
  return Prisma.sql`(SELECT p.sender OR p.coordinator FROM party p
    WHERE p.agency_id = ${agencyId} AND p.referral_id = l.referral_id)`;
}

/**
 * Only the coordinating agency sees entries about cases of other agencies, and the letters that these cases cause. The kind of a
 * link is only in the journal. A comparison without a hit is hidden as well: if it is missing, there was a hit.
 */
const IS_DISCLOSED = Prisma.sql`(coalesce(party.coordinator, false)
  OR (coalesce(l.leaf #>> '{about,event}', '') NOT IN ('possible-duplicate-found', 'letters-decided', 'letters-settled')
      AND l.leaf #>> '{about,letterId}' IS NULL AND l.leaf #>> '{about,compared}' IS NULL
      AND NOT (coalesce(l.leaf #>> '{about,event}', '') = 'linked'
               AND EXISTS (SELECT FROM journal j WHERE j.referral_id = l.referral_id
                             AND j.seq = (l.leaf #>> '{about,seq}')::int AND j.event ->> 'kind' = ANY(${[...KINDS_OF_COORDINATOR]}::text[])))))`;

const IS_OF_ONE_AGENCY = Prisma.sql`(coalesce(l.leaf #>> '{about,event}', '') = ANY(${[...OF_ONE_AGENCY]}::text[]))`;

function conditionsOf(search: LeafSearch, own: readonly string[] | undefined): Prisma.Sql[] {
  const { agencyId, referralId, seqs, byPersonIds, byAgencyId, operation, withoutEngine, from, before, after } = search;
  return [
    IS_DISCLOSED,
    Prisma.sql`(l.by_agency_id = ${agencyId} OR NOT ${IS_OF_ONE_AGENCY})`,
    Prisma.sql`(l.by_agency_id = ${agencyId} OR ${isOwn(agencyId, own)}
      OR l.id = ANY(ARRAY(SELECT leaves_concerning(${agencyId}))))`,
    ...(referralId ? [Prisma.sql`l.referral_id = ${referralId}::uuid`] : []),
    ...(seqs ? [Prisma.sql`(l.leaf #>> '{about,seq}')::int = ANY(${[...seqs]}::int[])`] : []),
    ...(byPersonIds ? [Prisma.sql`l.leaf #>> '{by,personId}' = ANY(${[...byPersonIds]}::text[])`] : []),
    ...(byAgencyId ? [Prisma.sql`l.by_agency_id = ${byAgencyId}`] : []),
    // Only people act for an agency.
    ...(withoutEngine ? [Prisma.sql`l.by_agency_id IS NOT NULL`] : []),
    ...(operation ? [Prisma.sql`l.operation = ${operation}`] : []),
    ...(from ? [Prisma.sql`l.at >= ${from}::timestamptz`] : []),
    ...(before ? [Prisma.sql`l.at < ${before}::timestamptz`] : []),
    ...(after ? [Prisma.sql`(l.at, l.id) < (${after.at}::timestamptz, ${BigInt(after.id)})`] : []),
  ];
}

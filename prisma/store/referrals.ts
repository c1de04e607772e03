/** Finds referrals: one by its reference or id, or several by id. */

import type { DisclosedEntry } from '../../domain/disclosure.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Facts } from '../../domain/submission.ts';
import type { Instant, LinkKind } from '../../domain/vocabulary.ts';
import { Prisma, type Referral as Row } from '../generated/client.ts';
import type { Queries } from './connect.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Returns a referral. `name` is a reference number (in any case) or an id. */
export async function findReferral(db: Queries, name: string): Promise<Referral | undefined> {
  const where = UUID.test(name) ? { id: name } : { reference: referenceOf(name) };
  const row = await db.referral.findFirst({ where });
  return row === null ? undefined : stateOf(row);
}

/**
 * Returns a referral to which the agency is a party. A referral of others takes the same work as one that does not exist:
 * its state is not read.
 */
export async function findReferralOf(db: Queries, agencyId: string, name: string): Promise<Referral | undefined> {
  const rows = await db.$queryRaw<{ state: Referral }[]>`
    SELECT r.state FROM party p JOIN referral r ON r.id = p.referral_id WHERE ${isPartyTo(agencyId, name)}`;
  return rows[0]?.state;
}

/**
 * The referrals with a journal entry in the period, or with a clock that ran then, from `from` up to `to`. They are in the
 * order of their ids. Ids are hashes, so the first ones are a sample of the whole period.
 */
export async function activeWithin(
  db: Queries,
  from: Instant,
  to: Instant,
): Promise<{ id: string; reference: string }[]> {
  const [first, last] = [new Date(from), new Date(to)];
  return db.$queryRaw<{ id: string; reference: string }[]>`
    SELECT r.id::text, r.reference FROM referral r
    WHERE r.submitted_at <= ${last}
      AND (r.changed_at >= ${first} OR EXISTS (SELECT FROM clock c WHERE c.referral_id = r.id AND c.status <> 'stopped'))
      AND (
        EXISTS (SELECT FROM journal j WHERE j.referral_id = r.id AND j.at BETWEEN ${first} AND ${last})
        OR EXISTS (
          SELECT FROM clock c WHERE c.referral_id = r.id AND c.started_at <= ${last} AND (
            c.status <> 'stopped' OR NOT EXISTS (
              SELECT FROM journal j WHERE j.referral_id = r.id AND j.at < ${first}
                AND j.type = 'clock-stopped' AND j.event->>'clockId' = c.id))))
    ORDER BY r.id`;
}

/** The id of a referral, for the record of a refused attempt. */
export async function findReferralId(db: Queries, name: string): Promise<string | undefined> {
  const [reference, id] = UUID.test(name) ? [null, name] : [referenceOf(name), null];
  // A function of the database: row-level security hides the referral itself.
  const rows = await db.$queryRaw<{ id: string | null }[]>`
    SELECT referral_id_of(${reference}, ${id}::uuid)::text AS id`;
  return rows[0]?.id ?? undefined;
}

/** Returns those of the referrals that exist, in no particular order. */
export async function readReferrals(db: Queries, ids: readonly string[]): Promise<Referral[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<{ state: Referral }[]>`
    SELECT state FROM referral WHERE id = ANY(${[...ids]}::uuid[])`;
  return rows.map(({ state }) => state);
}

/**
 * The same for lists, without the clocks that have stopped. A list needs none of them, and a deadline that is repeated until a
 * person acts leaves dozens.
 */
export async function readWithLiveClocks(db: Queries, ids: readonly string[]): Promise<Referral[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<{ state: Referral }[]>`
    SELECT jsonb_set(state, '{clocks}',
      jsonb_path_query_array(state, '$.clocks[*] ? (@.state.status != "stopped")')) AS state
    FROM referral WHERE id = ANY(${[...ids]}::uuid[])`;
  return rows.map(({ state }) => state);
}

/** A referral with what numbers its entries for one agency. All is of one moment. */
export interface NumberedReferral {
  referralId: string;
  /** Null if nothing comes after the given entry and `entries` is known: who sees the later entries is then not needed. */
  referral: Referral | null;
  /** The number of entries that the agency sees; null if that is not known. */
  entries: number | null;
  /**
   * The entries after the given one, in order; all of them if `entries` is null. Without content: what determines who
   * sees them.
   */
  places: (DisclosedEntry & { seq: number })[];
}

/** Reads those of the referrals that exist, in one query. @param after for each referral, the number of an entry */
export async function readNumbered(
  db: Queries,
  agencyId: string,
  after: ReadonlyMap<string, number>,
): Promise<NumberedReferral[]> {
  return db.$queryRaw<NumberedReferral[]>`
    SELECT r.id::text AS "referralId", p.entries,
           CASE WHEN p.entries IS NULL OR r.seq > wanted.last THEN r.state END AS referral, coalesce((
      SELECT jsonb_agg(jsonb_build_object('seq', j.seq, 'event', jsonb_strip_nulls(jsonb_build_object(
        'type', j.type, 'recipientId', j.event->'recipientId', 'questionId', j.event->'questionId',
        'clockId', j.event->'clockId', 'agencyId', j.event->'agencyId', 'kind', j.event->'kind'))) ORDER BY j.seq)
      FROM journal j
      WHERE j.referral_id = r.id AND j.seq > CASE WHEN p.entries IS NULL THEN 0 ELSE wanted.last END
    ), '[]') AS places
    FROM unnest(${[...after.keys()]}::uuid[], ${[...after.values()]}::int[]) AS wanted (referral_id, last)
    JOIN referral r ON r.id = wanted.referral_id
    LEFT JOIN party p ON p.referral_id = r.id AND p.agency_id = ${agencyId}`;
}

/** Returns other agencies' referrals that were closed as duplicates of it, directly or through another duplicate. */
export async function duplicatesOf(db: Queries, { id, senderAgencyId }: Referral): Promise<Referral[]> {
  const rows = await db.$queryRaw<{ state: Referral }[]>`
    WITH RECURSIVE twin AS (
      SELECT id FROM referral WHERE duplicate_of_id = ${id}::uuid
      UNION SELECT referral.id FROM referral JOIN twin ON referral.duplicate_of_id = twin.id
    )
    SELECT state FROM referral JOIN twin USING (id)
    WHERE status = 'closed' AND sender_agency_id <> ${senderAgencyId} ORDER BY id`;
  return rows.map(({ state }) => state);
}

/** The handling code and traffic light of a referral. */
export type ReferralHandling = Pick<Facts, 'handlingCode' | 'tlp'>;

/** Facts that lists show beside what their rows hold. */
export type ListedFacts = ReferralHandling & Pick<Facts, 'crimeAreas'>;

/** Returns the listed facts of the referrals, by id. */
export async function listedFactsOf(db: Queries, ids: readonly string[]): Promise<Map<string, ListedFacts>> {
  const rows = await db.$queryRaw<(ListedFacts & { id: string })[]>`
    SELECT id, state #>> '{facts,handlingCode}' AS "handlingCode", state #>> '{facts,tlp}' AS tlp,
           state #> '{facts,crimeAreas}' AS "crimeAreas"
    FROM referral WHERE id = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** Links from other referrals to this one. Each link is stored with the referral that it starts from. */
export async function linksTo(db: Queries, referralId: string): Promise<{ from: Referral; kind: LinkKind }[]> {
  return db.$queryRaw<{ from: Referral; kind: LinkKind }[]>`
    SELECT referral.state AS "from", link.kind FROM link JOIN referral ON referral.id = link.referral_id
    WHERE link.other_id = ${referralId}::uuid ORDER BY referral.submitted_at, link.kind`;
}

/** Returns the referral, locked against every other writer until the transaction ends. */
export async function lockReferral(db: Queries, referralId: string): Promise<Referral | undefined> {
  const rows = await db.$queryRaw<{ state: Referral }[]>`
    SELECT state FROM referral WHERE id = ${referralId}::uuid FOR UPDATE`;
  return rows[0]?.state;
}

/** SQL condition for the agency's row of `party p`. `name` is a reference number (in any case) or an id. */
export function isPartyTo(agencyId: string, name: string): Prisma.Sql {
  const isNamed = UUID.test(name)
    ? Prisma.sql`p.referral_id = ${name}::uuid`
    : Prisma.sql`p.reference = ${referenceOf(name)}`;
  return Prisma.sql`p.agency_id = ${agencyId} AND ${isNamed}`;
}

function referenceOf(name: string): string {
  return name.trim().toUpperCase();
}

function stateOf(row: Row): Referral {
  return row.state as unknown as Referral;
}

/** Senders' own case numbers and file hashes. They are compared as keyed digests and never read. */

import { ReferralError } from '../../domain/errors.ts';
import type { OriginDigest } from '../../domain/events.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';

/** The origin references that an agency uses for a new referral. */
export interface Claim {
  agencyId: string;
  referralId: string;
  origins: readonly OriginDigest[];
}

/**
 * Claims the case numbers for this referral.
 *
 * @returns other agencies' referrals that use the same numbers: possible duplicates.
 * @throws ReferralError DUPLICATE_ORIGIN if the same agency has used one already, with the reference of that referral
 * if it belongs to the agency.
 */
export async function claimOrigins(db: Queries, claim: Claim): Promise<string[]> {
  const { agencyId, referralId, origins } = claim;
  if (origins.length === 0) return [];
  const digests = origins.map(({ digest }) => digest);
  await lockNumbers(db, digests);
  const users = await db.$queryRaw<Omit<Claim, 'origins'>[]>`
    WITH claimed AS (
      INSERT INTO origin_reference (agency_id, digest, referral_id)
      SELECT ${agencyId}, unnest(${digests}::text[]), ${referralId}::uuid ON CONFLICT DO NOTHING
    )
    SELECT agency_id AS "agencyId", referral_id::text AS "referralId" FROM origin_reference
    WHERE digest = ANY(${digests}::text[]) AND referral_id <> ${referralId}::uuid`;
  const own = users.find((user) => user.agencyId === agencyId);
  if (own) throw await duplicate(db, own);
  return [...new Set(users.map((user) => user.referralId))].sort();
}

/**
 * Waits until other transactions with one of these numbers have ended, and lets later ones wait until the end of this one. Of two
 * agencies that submit one number in the same moment, the second sees the first. In one order, so that none waits for another.
 */
async function lockNumbers(db: Queries, digests: readonly string[]): Promise<void> {
  const ordered = [...new Set(digests)].sort();
  await db.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('origin/' || digest, 0)) FROM unnest(${ordered}::text[]) AS digest`;
}

/** Returns the other referrals for which the agency has used one of the case numbers. */
export async function ownReferralsByOrigin(db: Queries, claim: Claim): Promise<string[]> {
  if (claim.origins.length === 0) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT referral_id::text AS id FROM origin_reference WHERE ${isUsed(claim)}`;
  return rows.map(({ id }) => id);
}

/** SQL condition: the agency uses one of the case numbers for another referral. */
export function isUsed({ agencyId, referralId, origins }: Claim): Prisma.Sql {
  const digests = origins.map(({ digest }) => digest);
  return Prisma.sql`agency_id = ${agencyId} AND digest = ANY(${digests}::text[]) AND referral_id <> ${referralId}::uuid`;
}

/** @throws ReferralError DUPLICATE_ORIGIN as `claimOrigins`, before a number is issued for the referral. */
export async function refuseUsedOrigins(db: Queries, claim: Claim): Promise<void> {
  const [used] = await ownReferralsByOrigin(db, claim);
  if (used !== undefined) throw await duplicate(db, { agencyId: claim.agencyId, referralId: used });
}

/** Stores case numbers. A number that the agency has used before stays with the earlier referral. */
export async function saveOrigins(db: Queries, { agencyId, referralId, origins }: Claim): Promise<void> {
  const data = origins.map(({ digest }) => ({ agencyId, digest, referralId }));
  await db.originReference.createMany({ data, skipDuplicates: true });
}

/** Moves the case numbers of a duplicate to the original referral. */
export async function mergeOrigins(db: Queries, referralId: string, ontoId: string): Promise<void> {
  await db.originReference.updateMany({ where: { referralId }, data: { referralId: ontoId } });
}

/** Moves the case numbers back: those that the duplicate's journal names, or that of a referral closed as its duplicate. */
export async function unmergeOrigins(db: Queries, referralId: string, fromId: string): Promise<void> {
  await db.$executeRaw`
    WITH RECURSIVE own AS (
      SELECT id, sender_agency_id FROM referral WHERE id = ${referralId}::uuid
      UNION SELECT r.id, r.sender_agency_id FROM referral r JOIN own ON r.duplicate_of_id = own.id
    )
    UPDATE origin_reference o SET referral_id = ${referralId}::uuid
    WHERE o.referral_id = ${fromId}::uuid AND EXISTS (
      SELECT FROM own JOIN journal j ON j.referral_id = own.id AND j.type IN ('submitted', 'supplemented')
      CROSS JOIN LATERAL jsonb_array_elements(j.event -> 'origins') AS origin
      WHERE own.sender_agency_id = o.agency_id AND origin ->> 'digest' = o.digest)`;
}

/** Returns the referrals of all agencies that have one of the case numbers. */
export async function referralsByOrigin(db: Queries, digests: readonly string[]): Promise<string[]> {
  const where = { digest: { in: [...digests] } };
  const rows = await db.originReference.findMany({ where, select: { referralId: true }, distinct: 'referralId' });
  return rows.map(({ referralId }) => referralId);
}

/** Returns the referrals of all agencies that name one of the file hashes. */
export async function referralsByHash(db: Queries, digests: readonly string[]): Promise<string[]> {
  const where = { digest: { in: [...digests] } };
  const rows = await db.materialDigest.findMany({ where, select: { referralId: true }, distinct: 'referralId' });
  return rows.map(({ referralId }) => referralId);
}

/**
 * Returns the referrals for which the agency uses one of these numbers, as an origin reference or as its present own number.
 */
export async function referralsByOwnReference(
  db: Queries,
  agencyId: string,
  digests: readonly string[],
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT r.id::text FROM material_digest m JOIN referral r ON r.id = m.referral_id
    JOIN particulars p ON p.referral_id = r.id AND p.material_digests && ${[...digests]}::text[]
    WHERE m.digest = ANY(${[...digests]}::text[])
      AND (p.id::text = r.state #>> ARRAY['ownReferences', ${agencyId}] OR r.state -> 'particulars' @> to_jsonb(p.id::text))`;
  return rows.map(({ id }) => id);
}

/**
 * The numbers of a duplicate moved to the original. The original may belong to another agency, and must not be disclosed to
 * this one.
 */
async function duplicate(db: Queries, { agencyId, referralId }: Omit<Claim, 'origins'>): Promise<ReferralError> {
  const select = { reference: true, senderAgencyId: true };
  const other = await db.referral.findFirst({ where: { id: referralId }, select });
  if (other?.senderAgencyId !== agencyId || !other.reference) {
    const message =
      'An origin reference was used already, in a referral that was closed as a duplicate: ask who closed it.';
    return new ReferralError('DUPLICATE_ORIGIN', message, 'originReferences');
  }
  const { reference } = other;
  const message = `An origin reference was used already, in ${reference}: supplement that referral.`;
  return new ReferralError('DUPLICATE_ORIGIN', message, 'originReferences', { reference });
}

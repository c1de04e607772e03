/** Senders' own case numbers, and files' hashes: compared as keyed digests, never read. */

import { ReferralError } from '../../domain/errors.ts';
import type { OriginDigest } from '../../domain/events.ts';
import type { Queries } from './connect.ts';

export interface Claim {
  agencyId: string;
  referralId: string;
  origins: readonly OriginDigest[];
}

/**
 * Claims the numbers for this referral.
 *
 * @returns other agencies' referrals that use the same numbers: possible duplicates.
 * @throws ReferralError DUPLICATE_ORIGIN, naming the other, when the same agency has used one already.
 */
export async function claimOrigins(db: Queries, claim: Claim): Promise<string[]> {
  const { agencyId, referralId, origins } = claim;
  if (origins.length === 0) return [];
  await keepOrigins(db, claim);
  const digests = origins.map(({ digest }) => digest);
  const users = await db.originReference.findMany({ where: { digest: { in: digests }, NOT: { referralId } } });
  const own = users.find((user) => user.agencyId === agencyId);
  if (own) throw await duplicate(db, own.referralId);
  return [...new Set(users.map((user) => user.referralId))].sort();
}

/** A number that the agency has used before stays with the other referral. */
export async function keepOrigins(db: Queries, { agencyId, referralId, origins }: Claim): Promise<void> {
  const data = origins.map(({ digest }) => ({ agencyId, digest, referralId }));
  await db.originReference.createMany({ data, skipDuplicates: true });
}

/** The numbers of a duplicate are the other's from now on. */
export async function mergeOrigins(db: Queries, referralId: string, ontoId: string): Promise<void> {
  await db.originReference.updateMany({ where: { referralId }, data: { referralId: ontoId } });
}

export async function keepMaterialDigests(db: Queries, referralId: string, digests: readonly string[]): Promise<void> {
  if (digests.length === 0) return;
  const data = [...new Set(digests)].map((digest) => ({ referralId, digest }));
  await db.materialDigest.createMany({ data, skipDuplicates: true });
}

/** Referrals of any agency that bear one of the numbers. */
export async function bearersOf(db: Queries, digests: readonly string[]): Promise<string[]> {
  const where = { digest: { in: [...digests] } };
  const rows = await db.originReference.findMany({ where, select: { referralId: true }, distinct: 'referralId' });
  return rows.map(({ referralId }) => referralId);
}

/** Referrals of any agency that name one of the files. */
export async function namersOf(db: Queries, digests: readonly string[]): Promise<string[]> {
  const where = { digest: { in: [...digests] } };
  const rows = await db.materialDigest.findMany({ where, select: { referralId: true }, distinct: 'referralId' });
  return rows.map(({ referralId }) => referralId);
}

async function duplicate(db: Queries, referralId: string): Promise<ReferralError> {
  const other = await db.referral.findUnique({ where: { id: referralId }, select: { reference: true } });
  const message = `An origin reference was used already, in ${other?.reference ?? referralId}: supplement that referral.`;
  return new ReferralError('DUPLICATE_ORIGIN', message, 'originReferences');
}

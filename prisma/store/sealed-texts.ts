/** Reads the sealed texts of many referrals of an agency, in pages, for a search that opens each of them. */

import type { Keyring } from '../../domain/keyring.ts';
import type { Queries } from './connect.ts';
import { openDataKey, type WrappedKey } from './data-keys.ts';
import { openText } from './particulars.ts';

/** A text of a referral, and the key that it is sealed with. */
export interface SealedText extends WrappedKey {
  id: string;
  sealed: Uint8Array;
}

/** The next referrals of the agency that are not erased, by id. */
export async function nextReferrals(
  db: Queries,
  { agencyId, after, limit }: { agencyId: string; after: string | undefined; limit: number },
): Promise<string[]> {
  const where = { agencyId, status: { not: 'erased' }, ...(after && { referralId: { gt: after } }) };
  const rows = await db.party.findMany({
    where,
    orderBy: { referralId: 'asc' },
    take: limit,
    select: { referralId: true },
  });
  return rows.map(({ referralId }) => referralId);
}

/** All texts of the referrals, by referral. */
export async function sealedTexts(db: Queries, referralIds: readonly string[]): Promise<SealedText[]> {
  return db.$queryRaw<SealedText[]>`
    SELECT p.id::text, p.referral_id::text AS "referralId", p.sealed, k.key_id AS "keyId", k.wrapped
    FROM particulars p JOIN data_key k ON k.referral_id = p.referral_id
    WHERE p.referral_id = ANY(${[...referralIds]}::uuid[]) ORDER BY p.referral_id, p.id`;
}

/** The content of each text of one referral, by id. @throws ReferralError NOT_AUTHENTIC */
export async function openTexts(
  db: Queries,
  keyring: Keyring,
  texts: readonly SealedText[],
): Promise<Map<string, unknown>> {
  const [first] = texts;
  if (first === undefined) return new Map();
  const key = await openDataKey(db, keyring, first);
  const opened = texts.map(async ({ id, referralId, sealed }): Promise<[string, unknown]> => {
    const plain = await openText(db, key, sealed, { id, referralId });
    return [id, JSON.parse(Buffer.from(plain).toString())];
  });
  return new Map(await Promise.all(opened));
}

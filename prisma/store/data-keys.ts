/** The data key of each referral, itself encrypted with a key of the ring. */

import { randomBytes } from 'node:crypto';
import type { Keyring } from '../../domain/keyring.ts';
import type { Place } from '../../domain/keys/sealing.ts';
import type { Queries } from './connect.ts';
import { openSealed, PLACED } from './sealing-state.ts';

/** An encrypted data key, as stored. */
export interface WrappedKey {
  referralId: string;
  keyId: string;
  wrapped: Uint8Array;
}

/** @throws ReferralError NOT_AUTHENTIC or ENGINE_UNAVAILABLE; Error that names the key that the key ring lacks. */
export async function openDataKey(db: Queries, keyring: Keyring, key: WrappedKey): Promise<Uint8Array> {
  await keyring.ready();
  const { keyId, wrapped } = key;
  const { dataKeys } = keyring;
  const placed = () => dataKeys.unwrap(keyId, wrapped, placeOfKey(key));
  if (!(await dataKeys.has(keyId))) return placed();
  return openSealed(db, { referralId: key.referralId }, placed, () => dataKeys.unwrapUnplaced(keyId, wrapped));
}

/** The place of the key of a referral or draft. */
export function placeOfKey({ referralId, keyId }: Pick<WrappedKey, 'referralId' | 'keyId'>): Place {
  return ['data-key', referralId, keyId];
}

/** Deletes a key of which no act is recorded. Nothing else is stored about such a referral or draft. */
export async function deleteDataKey(db: Queries, referralId: string): Promise<void> {
  await db.dataKey.deleteMany({ where: { referralId } });
}

/** Returns some encrypted data keys for each key of the ring that is in use. */
export async function wrappedKeys(db: Queries): Promise<{ keyId: string; keys: WrappedKey[] }[]> {
  // A function of the database, because row-level security hides the keys of other agencies.
  const rows = await db.$queryRaw<WrappedKey[]>`
    SELECT referral_id::text AS "referralId", key_id AS "keyId", wrapped FROM keys_in_use()`;
  return [...Map.groupBy(rows, ({ keyId }) => keyId)].map(([keyId, keys]) => ({ keyId, keys }));
}

/** The key of the referral, locked until the transaction ends: a stored one, or a new one that is stored now. */
export async function dataKey(
  db: Queries,
  keyring: Keyring,
  referralId: string,
): Promise<{ key: Uint8Array; isNew: boolean }> {
  await keyring.ready();
  const { dataKeys } = keyring;
  const earlier = dataKeys.isRemote ? await storedDataKey(db, keyring, referralId) : undefined;
  if (earlier) return { key: earlier, isNew: false };
  const { key: fresh, keyId, wrapped } = await newDataKey(keyring, referralId);
  const data = [{ referralId, keyId, wrapped, sealVersion: PLACED }];
  const made = await db.dataKey.createManyAndReturn({ data, skipDuplicates: true, select: { keyId: true } });
  if (made.length > 0) return { key: fresh, isNew: true };
  const stored = await storedDataKey(db, keyring, referralId);
  return stored ? { key: stored, isNew: false } : dataKey(db, keyring, referralId);
}

/** A new key, not stored yet. */
export async function newDataKey({ dataKeys }: Keyring, referralId: string) {
  const { currentKeyId: keyId } = dataKeys;
  const key = new Uint8Array(randomBytes(32));
  return { key, keyId, wrapped: Buffer.from(await dataKeys.wrap(keyId, key, placeOfKey({ referralId, keyId }))) };
}

/** Locked until the transaction ends: a refused submission under the same key must not delete it meanwhile. */
async function storedDataKey(db: Queries, keyring: Keyring, referralId: string): Promise<Uint8Array | undefined> {
  const [row] = await db.$queryRaw<{ keyId: string; wrapped: Uint8Array }[]>`
    SELECT key_id AS "keyId", wrapped FROM data_key WHERE referral_id = ${referralId}::uuid FOR NO KEY UPDATE`;
  return row && openDataKey(db, keyring, { referralId, ...row });
}

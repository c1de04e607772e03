/** Encrypted free text and identifiers of cases: one key for each referral, itself encrypted with a key of the ring. */

import { randomBytes } from 'node:crypto';
import { decryptWith, encryptWith, type Keyring } from '../../domain/keyring.ts';
import type { Database, Queries } from './connect.ts';

export interface NewParticulars {
  id: string;
  referralId: string;
  /** Any JSON value. */
  words: unknown;
  /** Digests of the file hashes that it names. Search finds them once an act with these particulars is recorded. */
  materialDigests?: readonly string[];
}

/** Encrypts and stores particulars. If the id exists already, the first content stays. */
export async function saveParticulars(
  db: Queries,
  keyring: Keyring,
  { id, referralId, words, materialDigests = [] }: NewParticulars,
): Promise<void> {
  const key = await dataKey(db, keyring, referralId);
  const sealed = Buffer.from(encryptWith(key, Buffer.from(JSON.stringify(words))));
  const row = { id, referralId, sealed, materialDigests: [...new Set(materialDigests)] };
  await db.particulars.createMany({ data: [row], skipDuplicates: true });
}

/** Decrypts particulars; undefined if there are none or their key was destroyed. */
export async function readParticulars(
  db: Queries,
  keyring: Keyring,
  sought: { id: string; referralId: string },
): Promise<unknown> {
  const row = await db.particulars.findFirst({ where: { id: sought.id, referralId: sought.referralId } });
  const key = await db.dataKey.findUnique({ where: { referralId: sought.referralId } });
  if (row === null || key === null) return undefined;
  const plain = decryptWith(keyring.open('data-key', key.keyId, key.wrapped), row.sealed);
  return JSON.parse(Buffer.from(plain).toString());
}

/** Erases the particulars of this referral: without the key they cannot be decrypted, also in later backups. */
export async function destroyKey(db: Queries, referralId: string): Promise<void> {
  await db.dataKey.deleteMany({ where: { referralId } });
  await db.originReference.deleteMany({ where: { referralId } });
  await db.materialDigest.deleteMany({ where: { referralId } });
  await db.particulars.updateMany({
    where: { referralId, materialDigests: { isEmpty: false } },
    data: { materialDigests: [] },
  });
}

/**
 * Deletes the particulars of a submission that was refused, and the key if nothing else of the referral uses it: the
 * same idempotency key may have been sent with other content at the same time. A submission that was recorded stays.
 */
export async function deleteUnrecorded(db: Database, { id, referralId }: Pick<NewParticulars, 'id' | 'referralId'>) {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM data_key WHERE referral_id = ${referralId}::uuid FOR UPDATE`;
    const submitted = await tx.journal.findUnique({ where: { referralId_seq: { referralId, seq: 1 } } });
    if (Object(submitted?.event).particulars === id) return;
    await tx.particulars.deleteMany({ where: { id, referralId } });
    if (submitted === null && (await tx.particulars.count({ where: { referralId } })) === 0) {
      await destroyKey(tx, referralId);
    }
  });
}

/** Returns one encrypted data key for each key of the ring that is in use. */
export async function wrappedKeys(db: Queries): Promise<{ keyId: string; wrapped: Uint8Array }[]> {
  const used = await db.dataKey.groupBy({ by: 'keyId', orderBy: { keyId: 'asc' } });
  const select = { keyId: true, wrapped: true };
  return Promise.all(used.map(({ keyId }) => db.dataKey.findFirstOrThrow({ where: { keyId }, select })));
}

async function dataKey(db: Queries, keyring: Keyring, referralId: string): Promise<Uint8Array> {
  const fresh = new Uint8Array(randomBytes(32));
  const { keyId, sealed } = keyring.seal('data-key', fresh);
  const data = [{ referralId, keyId, wrapped: Buffer.from(sealed) }];
  const made = await db.dataKey.createManyAndReturn({ data, skipDuplicates: true, select: { keyId: true } });
  if (made.length > 0) return fresh;
  // Locked until the transaction ends: a refused submission under the same key must not delete it meanwhile.
  const rows = await db.$queryRaw<{ keyId: string; wrapped: Uint8Array }[]>`
    SELECT key_id AS "keyId", wrapped FROM data_key WHERE referral_id = ${referralId}::uuid FOR KEY SHARE`;
  const [row] = rows;
  if (row === undefined) return dataKey(db, keyring, referralId);
  return keyring.open('data-key', row.keyId, row.wrapped);
}

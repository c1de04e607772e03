/** Free text and identifiers of cases: one key a referral, wrapped by the ring. Without the key they are gone. */

import { randomBytes } from 'node:crypto';
import { type Keyring, openWith, sealWith } from '../../domain/keyring.ts';
import type { Queries } from './connect.ts';

/** Encrypts and keeps `words` under `id`. Keeping the same id again keeps what was kept first. */
export async function saveParticulars(
  db: Queries,
  keyring: Keyring,
  kept: { id: string; referralId: string; words: unknown },
): Promise<void> {
  const key = await dataKey(db, keyring, kept.referralId);
  const sealed = Buffer.from(sealWith(key, Buffer.from(JSON.stringify(kept.words))));
  const row = { id: kept.id, referralId: kept.referralId, sealed };
  await db.particulars.createMany({ data: [row], skipDuplicates: true });
}

/** What was kept, or undefined where there is none or its key was destroyed. */
export async function readParticulars(
  db: Queries,
  keyring: Keyring,
  sought: { id: string; referralId: string },
): Promise<unknown> {
  const row = await db.particulars.findFirst({ where: { id: sought.id, referralId: sought.referralId } });
  const key = await db.dataKey.findUnique({ where: { referralId: sought.referralId } });
  if (row === null || key === null) return undefined;
  const plain = openWith(keyring.open('data-key', key.keyId, key.wrapped), row.sealed);
  return JSON.parse(Buffer.from(plain).toString());
}

/** Erasure: nobody can read the particulars of this referral any more, from any copy of the database made later. */
export async function destroyKey(db: Queries, referralId: string): Promise<void> {
  await db.dataKey.deleteMany({ where: { referralId } });
  await db.originReference.deleteMany({ where: { referralId } });
  await db.materialDigest.deleteMany({ where: { referralId } });
}

/** Leaves nothing of a submission that was refused. A referral that exists keeps what it has. */
export async function deleteParticulars(db: Queries, referralId: string): Promise<void> {
  const known = await db.referral.count({ where: { id: referralId } });
  if (known > 0) return;
  await destroyKey(db, referralId);
  await db.particulars.deleteMany({ where: { referralId } });
}

/** Under each key of the ring that seals keys of referrals, one of them. */
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
  const row = await db.dataKey.findUniqueOrThrow({ where: { referralId } });
  return keyring.open('data-key', row.keyId, row.wrapped);
}

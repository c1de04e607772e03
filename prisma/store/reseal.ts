/** Re-seals stored keys and texts for their place, and keys under the current key of the ring, a batch at a time. */

import { ReferralError } from '../../domain/errors.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { encryptWith } from '../../domain/keys/sealing.ts';
import type { Database } from './connect.ts';
import { openDataKey, placeOfKey } from './data-keys.ts';
import { openText, placeOfText } from './particulars.ts';
import { PLACED } from './sealing-state.ts';

/** One batch. `after` is the id with which the next one begins; undefined after the last row. */
export interface ResealedBatch {
  done: number;
  /** Rows that could not be opened before either: they were changed, or copied from another place. */
  damaged: string[];
  after: string | undefined;
}

const BATCH = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** The number of keys and texts that have another key or version. */
export async function countToReseal(db: Database, keyring: Keyring): Promise<number> {
  return (await db.dataKey.count({ where: staleKeys(keyring) })) + (await db.particulars.count({ where: STALE_TEXTS }));
}

/** @throws Error that names the key that the key ring lacks. */
export async function resealKeys(db: Database, keyring: Keyring, after = FIRST): Promise<ResealedBatch> {
  const where = { ...staleKeys(keyring), referralId: { gt: after } };
  const rows = await db.dataKey.findMany({ where, orderBy: { referralId: 'asc' }, take: BATCH });
  const { dataKeys } = keyring;
  const { currentKeyId } = dataKeys;
  const batch = await everyRow(
    rows.map((row) => ({ ...row, id: row.referralId })),
    async (row) => {
      const key = await openDataKey(db, keyring, row);
      const { referralId, keyId, sealVersion } = row;
      const wrapped = await dataKeys.wrap(currentKeyId, key, placeOfKey({ referralId, keyId: currentKeyId }));
      const data = { keyId: currentKeyId, wrapped: Buffer.from(wrapped), sealVersion: PLACED };
      await db.dataKey.updateMany({ where: { referralId, keyId, sealVersion }, data });
    },
  );
  return { ...batch, after: rows.at(-1)?.referralId };
}

/** Texts whose key was destroyed stay as they are, because they cannot be decrypted. */
export async function resealTexts(db: Database, keyring: Keyring, after = FIRST): Promise<ResealedBatch> {
  const where = { ...STALE_TEXTS, id: { gt: after } };
  const rows = await db.particulars.findMany({ where, orderBy: { id: 'asc' }, take: BATCH });
  const ids = rows.map(({ referralId }) => referralId);
  const keys = await db.dataKey.findMany({ where: { referralId: { in: ids } } });
  const drafts = await db.draft.findMany({ where: { id: { in: ids } }, select: { id: true, personId: true } });
  const keyOf = new Map(keys.map((key) => [key.referralId, key]));
  const ownerOf = new Map(drafts.map(({ id, personId }) => [id, personId]));
  const batch = await everyRow(rows, async ({ id, referralId, sealed }) => {
    const wrapped = keyOf.get(referralId);
    if (wrapped === undefined) return;
    const draftOf = ownerOf.get(referralId);
    const place = { id, referralId, ...(draftOf !== undefined && { draftOf }) };
    const key = await openDataKey(db, keyring, wrapped);
    const plain = await openText(db, key, sealed, place);
    const data = { sealed: Buffer.from(encryptWith(key, plain, placeOfText(place))), sealVersion: PLACED };
    await db.particulars.updateMany({ where: { id, ...STALE_TEXTS }, data });
  });
  return { ...batch, after: rows.at(-1)?.id };
}

const STALE_TEXTS = { sealVersion: { lt: PLACED } };

function staleKeys({ dataKeys: { currentKeyId } }: Keyring) {
  return { OR: [{ sealVersion: { lt: PLACED } }, { keyId: { not: currentKeyId } }] };
}

async function everyRow<Row extends { id: string }>(
  rows: readonly Row[],
  reseal: (row: Row) => Promise<void>,
): Promise<Omit<ResealedBatch, 'after'>> {
  const damaged: string[] = [];
  for (const row of rows) {
    try {
      await reseal(row);
    } catch (error) {
      if (!(error instanceof ReferralError) || error.code !== 'NOT_AUTHENTIC') throw error;
      damaged.push(row.id);
    }
  }
  return { done: rows.length, damaged };
}

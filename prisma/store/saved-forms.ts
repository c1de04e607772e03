/** Forms that people submitted after their session had expired: the last of each person, encrypted by the caller. */

import type { Queries } from './connect.ts';

/** Stores a person's form and replaces the previous one. */
export async function saveForm(db: Queries, personId: string, sealed: Uint8Array, keptAt: Date): Promise<void> {
  const kept = { sealed: Buffer.from(sealed), keptAt };
  await db.keptForm.upsert({ where: { personId }, create: { personId, ...kept }, update: kept });
}

/** Returns a person's form; undefined if there is none that was stored after `keptAfter`. */
export async function findKeptForm(db: Queries, personId: string, keptAfter: Date): Promise<Uint8Array | undefined> {
  const row = await db.keptForm.findFirst({ where: { personId, keptAt: { gt: keptAfter } } });
  return row?.sealed;
}

/** Deletes a person's form. */
export async function deleteSavedForm(db: Queries, personId: string): Promise<void> {
  await db.keptForm.deleteMany({ where: { personId } });
}

/** Deletes forms that were stored before this time. */
export async function deleteSavedFormsBefore(db: Queries, keptAt: Date): Promise<void> {
  await db.keptForm.deleteMany({ where: { keptAt: { lt: keptAt } } });
}

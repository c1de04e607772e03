/** Forms that people submitted after their session had expired: the last of each person, encrypted by the caller. */

import type { Queries } from './connect.ts';

/** Stores a person's form and replaces the previous one. */
export async function saveForm(db: Queries, personId: string, sealed: Uint8Array, savedAt: Date): Promise<void> {
  const saved = { sealed: Buffer.from(sealed), savedAt };
  await db.savedForm.upsert({ where: { personId }, create: { personId, ...saved }, update: saved });
}

/** Returns a person's form; undefined if there is none that was stored after `savedAfter`. */
export async function readSavedForm(db: Queries, personId: string, savedAfter: Date): Promise<Uint8Array | undefined> {
  const row = await db.savedForm.findFirst({ where: { personId, savedAt: { gt: savedAfter } } });
  return row?.sealed;
}

/** Deletes a person's form. */
export async function deleteSavedForm(db: Queries, personId: string): Promise<void> {
  await db.savedForm.deleteMany({ where: { personId } });
}

/** Deletes forms that were stored before this time. */
export async function deleteSavedFormsBefore(db: Queries, savedAt: Date): Promise<void> {
  await db.savedForm.deleteMany({ where: { savedAt: { lt: savedAt } } });
}

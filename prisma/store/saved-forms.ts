/** What people were sending when their sessions had ended: the last of each person, sealed by whoever keeps it. */

import type { Queries } from './connect.ts';

export async function saveForm(db: Queries, personId: string, sealed: Uint8Array, keptAt: Date): Promise<void> {
  const kept = { sealed: Buffer.from(sealed), keptAt };
  await db.keptForm.upsert({ where: { personId }, create: { personId, ...kept }, update: kept });
}

export async function findKeptForm(db: Queries, personId: string, keptAfter: Date): Promise<Uint8Array | undefined> {
  const row = await db.keptForm.findFirst({ where: { personId, keptAt: { gt: keptAfter } } });
  return row?.sealed;
}

export async function deleteSavedForm(db: Queries, personId: string): Promise<void> {
  await db.keptForm.deleteMany({ where: { personId } });
}

export async function deleteSavedFormsBefore(db: Queries, keptAt: Date): Promise<void> {
  await db.keptForm.deleteMany({ where: { keptAt: { lt: keptAt } } });
}

/** Keys under which something was asked for, each with a digest of what it was, for good: the same key asks for the same. */

import type { Queries } from './connect.ts';

export interface IdempotencyKey {
  agencyId: string;
  personId: string;
  /** A digest itself: keys are chosen by whoever asks, and may say something of a case. */
  key: string;
  digest: string;
}

/** False where something else was asked for under that key before. */
export async function saveIdempotencyKey(
  db: Queries,
  { agencyId, personId, key, digest }: IdempotencyKey,
): Promise<boolean> {
  const kept = await db.$executeRaw`
    INSERT INTO write_key (agency_id, person_id, key, digest, kept_at)
    VALUES (${agencyId}, ${personId}, ${key}, ${digest}, now()) ON CONFLICT DO NOTHING`;
  if (kept === 1) return true;
  const before = await db.writeKey.findUnique({ where: { agencyId_personId_key: { agencyId, personId, key } } });
  return before?.digest === digest;
}

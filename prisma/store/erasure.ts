/** Erases a referral: destroys its key, and deletes its texts, digests and references, and drafts of additions to it. */

import type { Destroyed } from '../../domain/retention.ts';
import type { Queries } from './connect.ts';

/**
 * Erases what is stored of the case, also in other backups of the database: without the key, texts cannot be decrypted. The
 * digests of idempotency keys are deleted too, because a caller may use a case number as a key. The ids of acts still
 * show which acts were repeated.
 */
export async function destroyStored(
  db: Queries,
  referralId: string,
): Promise<{ destroyed: Destroyed; keyIds: string[] }> {
  const drafts = await db.draft.findMany({ where: { aboutReferral: referralId }, select: { id: true } });
  const where = { where: { referralId } };
  const withDrafts = { where: { referralId: { in: [referralId, ...drafts.map(({ id }) => id)] } } };
  const sealedWith = await db.dataKey.findMany({ ...withDrafts, select: { keyId: true } });
  const keys = await db.dataKey.deleteMany(withDrafts);
  const references = await db.originReference.deleteMany(where);
  const digests = await db.materialDigest.deleteMany(where);
  const requests = await db.actKey.deleteMany(where);
  const texts = await db.particulars.deleteMany(withDrafts);
  await db.draft.deleteMany({ where: { aboutReferral: referralId } });
  const destroyed = {
    ...{ keys: keys.count, texts: texts.count, digests: digests.count + requests.count },
    references: references.count,
  };
  return { destroyed, keyIds: [...new Set(sealedWith.map(({ keyId }) => keyId))] };
}

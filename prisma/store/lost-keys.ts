/** Gives up data that is encrypted under a lost key, and can no longer be decrypted. */

import type { Person } from '../../domain/people.ts';
import { addLeaf } from './audit.ts';
import { type Database, LONG_TRANSACTION } from './connect.ts';
import { coordinatingAgency } from './directory.ts';

/** What was given up. */
export interface GivenUp {
  /** Keys of referrals and drafts. */
  keys: number;
  texts: number;
  proposals: number;
}

/** The numbers of keys, texts and proposals that are sealed under this key. */
export async function countUnderKey(db: Database, keyId: string): Promise<GivenUp> {
  const [counts] = await db.$queryRaw<GivenUp[]>`
    SELECT (SELECT count(*)::int FROM data_key WHERE key_id = ${keyId}) AS keys,
           (SELECT count(*)::int FROM particulars JOIN data_key USING (referral_id) WHERE key_id = ${keyId}) AS texts,
           (SELECT count(*)::int FROM proposal WHERE key_id = ${keyId}) AS proposals`;
  return counts ?? { keys: 0, texts: 0, proposals: 0 };
}

/** In one transaction with a leaf of the audit log, and an alarm for supervisors. The referrals stay, and get a new key with their next text. */
export async function giveUpKey(db: Database, by: Person, keyId: string): Promise<GivenUp> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM data_key WHERE key_id = ${keyId} FOR UPDATE`;
    const texts = await tx.$executeRaw`
      DELETE FROM particulars p USING data_key k WHERE k.referral_id = p.referral_id AND k.key_id = ${keyId}`;
    await tx.$executeRaw`DELETE FROM draft USING data_key k WHERE k.referral_id = draft.id AND k.key_id = ${keyId}`;
    const keys = await tx.$executeRaw`DELETE FROM data_key WHERE key_id = ${keyId}`;
    const proposals = await tx.$executeRaw`DELETE FROM proposal WHERE key_id = ${keyId}`;
    const agencies = [await coordinatingAgency(tx)];
    await addLeaf(tx, {
      ...{ operation: 'alteration', by },
      about: { directory: 'keys', id: keyId, change: 'removed', fields: [], agencies },
    });
    const detail = `${by.personId} gave up the key ${keyId}. Deleted: ${texts} texts, ${keys} keys, ${proposals} proposals.`;
    await tx.logAlarm.create({ data: { kind: 'key-given-up', detail } });
    return { keys, texts, proposals };
  }, LONG_TRANSACTION);
}

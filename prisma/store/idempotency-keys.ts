/** Idempotency keys of recorded acts, and those that earlier versions wrote before the act. */

import type { Idempotency, IdempotencyKey, KeyState } from '../../domain/idempotency.ts';
import type { Referral } from '../../domain/referral.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';
import { isPartyTo } from './referrals.ts';

/** What is stored under the idempotency keys of a request. */
export interface StoredKeys {
  acts: readonly RecordedKey[];
  /** Digests that earlier versions wrote before they carried out the act. */
  earlier: readonly (IdempotencyKey & { digest: string })[];
}

/** A recorded idempotency key with its content digest and act. */
export interface RecordedKey {
  digest: string;
  referralId: string;
  actId: string;
}

/** Returns what is stored under the keys. */
export async function findKeys(db: Queries, keys: readonly IdempotencyKey[]): Promise<StoredKeys> {
  const rows = await db.$queryRaw<StoredKeys[]>`SELECT ${selectKeys(keys)}`;
  return rows[0] ?? { acts: [], earlier: [] };
}

/**
 * Returns the referral with that reference or id, if the agency is a party to it. Also returns what is stored under the
 * keys, in the same round trip.
 */
export async function findReferralWithKeys(
  db: Queries,
  { agencyId, name, keys }: { agencyId: string; name: string; keys: readonly IdempotencyKey[] },
): Promise<{ referral: Referral; stored: StoredKeys } | undefined> {
  const rows = await db.$queryRaw<(StoredKeys & { referral: Referral })[]>`
    SELECT r.state AS referral, ${selectKeys(keys)}
    FROM party p JOIN referral r ON r.id = p.referral_id WHERE ${isPartyTo(agencyId, name)}`;
  return rows.map(({ referral, ...stored }) => ({ referral, stored }))[0];
}

/** Returns whether the keys are new, or belong to an act of the same or of different content. */
export async function stateOfKeys(db: Queries, { keys, digest }: Idempotency): Promise<KeyState> {
  const { acts } = await findKeys(db, keys);
  if (acts.length === 0) return 'new';
  return acts.every((act) => act.digest === digest) ? 'same' : 'different';
}

function selectKeys(keys: readonly IdempotencyKey[]): Prisma.Sql {
  const rows = keys.map(({ agencyId, personId, key }) => Prisma.sql`(${agencyId}, ${personId}, ${key})`);
  const isOne = Prisma.sql`(agency_id, person_id, key) IN (${Prisma.join(rows)})`;
  return Prisma.sql`
    (SELECT coalesce(jsonb_agg(jsonb_build_object('digest', digest, 'referralId', referral_id, 'actId', act_id)), '[]')
     FROM act_key WHERE ${isOne}) AS acts,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('agencyId', agency_id, 'personId', person_id, 'key', key,
                                                  'digest', digest)), '[]')
     FROM write_key WHERE ${isOne}) AS earlier`;
}

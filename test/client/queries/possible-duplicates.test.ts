/** Possible duplicates: what is shared, for people who triage only, and without reading whole tables. */

import { beforeAll, describe, expect, test } from 'vitest';
import { possibleDuplicates } from '../../../client/queries/possible-duplicates.ts';
import type { Person } from '../../../domain/people.ts';
import type { Referral } from '../../../domain/referral.ts';
import { Prisma } from '../../../prisma/generated/client.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { destroyStored } from '../../../prisma/store/erasure.ts';
import { saveOrigins } from '../../../prisma/store/origins.ts';
import { sharedValuesQuery } from '../../../prisma/store/possible-duplicates.ts';
import { aReferredCase } from '../../support/cases-by-status.ts';
import { testDatabase } from '../../support/database.ts';
import { aPerson, CAST, COORDINATOR, officerAt, SENDER } from '../../support/factories.ts';
import { storeCase } from '../../support/store-case.ts';

let db: Database;
let owner: Database;

beforeAll(async () => {
  ({ db, owner } = await testDatabase());
});

/** A referral with the digests of these files and numbers. */
async function stored(files: readonly string[], numbers: readonly string[] = [], agencyId = SENDER): Promise<Referral> {
  const { referral } = await storeCase(db, aReferredCase());
  await db.materialDigest.createMany({ data: files.map((digest) => ({ referralId: referral.id, digest })) });
  await saveOrigins(db, { agencyId, referralId: referral.id, origins: numbers.map((digest) => ({ digest })) });
  return referral;
}

async function found(viewer: Person, referral: Referral, limit?: number) {
  return (await possibleDuplicates(db, viewer, [referral], limit)).get(referral.id) ?? [];
}

describe('for the coordinator', () => {
  test('each other referral is shown from both sides, with what both share', async () => {
    const one = await stored(['a1', 'a2', 'file/a', 'own'], ['number-a']);
    const two = await stored(['a1', 'a2', 'file/a', 'other'], ['number-a'], 'fi-birch');
    const three = await stored(['a2']);
    await stored(['unrelated'], ['number-b']);
    const all = { originReferences: 1, hashValues: 2, files: 1 };
    const hash = { originReferences: 0, hashValues: 1, files: 0 };
    const entry = ({ id, reference }: Referral, shared: object) => ({ referralId: id, reference, shared });
    expect(await found(CAST.coordinator, one)).toEqual([entry(two, all), entry(three, hash)]);
    expect(await found(CAST.supervisor, two)).toEqual([entry(one, all), entry(three, hash)]);
    const together = await possibleDuplicates(db, CAST.coordinator, [one, three], 1);
    expect(together.get(one.id)).toEqual([entry(two, all)]);
    expect(together.get(three.id)).toHaveLength(1);
  });

  test('an erased referral is not found, and finds nothing', async () => {
    const one = await stored(['b1'], ['number-c']);
    const erased = await stored(['b1'], ['number-c'], 'fi-birch');
    expect(await found(CAST.coordinator, one)).toHaveLength(1);
    await destroyStored(db, erased.id);
    expect(await found(CAST.coordinator, one)).toEqual([]);
    expect(await found(CAST.coordinator, erased)).toEqual([]);
  });

  test('a value that very many referrals have gives at most 20', async () => {
    const all = await Promise.all(Array.from({ length: 25 }, () => stored(['c1'])));
    expect(await found(CAST.coordinator, all[0] as Referral)).toHaveLength(20);
    expect(await found(CAST.coordinator, all[0] as Referral, 3)).toHaveLength(3);
  });
});

test('senders, recipients, other agencies, auditors and administrators get nothing', async () => {
  const one = await stored(['d1']);
  await stored(['d1']);
  expect(await found(CAST.coordinator, one)).toHaveLength(1);
  const others = [CAST.sender, CAST.sendersSupervisor, officerAt('fi-1'), CAST.stranger];
  for (const viewer of [...others, CAST.auditor, CAST.administrator, aPerson('supervisor', 'fi-birch')]) {
    expect(await found(viewer, one)).toEqual([]);
  }
});

test('the query looks values up by their index', async () => {
  const one = await stored(['e1', 'e2'], ['number-e']);
  const two = await stored(['e1', 'e2'], ['number-e'], 'fi-birch');
  await db.$executeRaw`
    INSERT INTO material_digest (referral_id, digest) SELECT gen_random_uuid(), 'filler-' || n FROM generate_series(1, 20000) n`;
  await db.$executeRaw`
    INSERT INTO origin_reference (agency_id, digest, referral_id)
    SELECT 'ee-amber', 'filler-' || n, gen_random_uuid() FROM generate_series(1, 20000) n`;
  await owner.$executeRaw`ANALYZE material_digest, origin_reference, referral`;
  const request = { referralIds: [one.id, two.id], coordinatorAgencyId: COORDINATOR, limit: 20 };
  const lines = await db.$queryRaw<object[]>(Prisma.sql`EXPLAIN ${sharedValuesQuery(request)}`);
  const plan = JSON.stringify(lines);
  expect(plan).not.toMatch(/Seq Scan on (material_digest|origin_reference)/);
  expect(plan).toMatch(/material_digest_digest_idx/);
});

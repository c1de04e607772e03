/** The search box: numbers and hashes, exactly, and only what is with the viewer's agency. */

import { beforeAll, describe, expect, test } from 'vitest';
import { findMatches, search } from '../../../client/queries/search.ts';
import { type Keyring, newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import type { Referral } from '../../../domain/referral.ts';
import { materialDigests, originDigests } from '../../../domain/search-digests.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { saveOrigins } from '../../../prisma/store/origins.ts';
import { aReferredCase } from '../../support/cases-by-status.ts';
import { testDatabase } from '../../support/database.ts';
import { CAST, officerAt, SENDER } from '../../support/factories.ts';
import { storeCase } from '../../support/store-case.ts';

const hash = { algorithm: 'sha256', value: 'a5'.repeat(32) } as const;

let deps: { db: Database; keyring: Keyring };
let referral: Referral;

beforeAll(async () => {
  const { db } = await testDatabase();
  const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));
  deps = { db, keyring };
  referral = (await storeCase(db, aReferredCase())).referral;
  await storeCase(db, aReferredCase());
  const origins = originDigests(keyring, [
    { system: 'case-register', id: 'K-1042' },
    { system: 'National File', id: '77/3 b' },
    { system: 'cybertipline', id: '15926535' },
  ]);
  await saveOrigins(db, { agencyId: SENDER, referralId: referral.id, origins });
  const digests = materialDigests(keyring, [hash]);
  await db.materialDigest.createMany({ data: digests.map((digest) => ({ referralId: referral.id, digest })) });
});

const referencesOf = async (text: string, viewer = CAST.sender) =>
  (await search(deps, viewer, text)).map(({ reference, by }) => [reference, by]);

describe('finds', () => {
  test('a reference number in any case, and an id', async () => {
    const found = [[referral.reference, 'reference']];
    expect(await referencesOf(` ${referral.reference.toLowerCase()} `)).toEqual(found);
    expect(await referencesOf(referral.id)).toEqual(found);
  });

  test.each(['case-register K-1042', 'Case-Register: k-1042', 'national file 77/3 B', '15926535'])(
    'an origin reference: %s',
    async (text) => {
      expect(await referencesOf(text)).toEqual([[referral.reference, 'origin']]);
    },
  );

  test('a hash value, in any notation and of any algorithm', async () => {
    expect(await referencesOf(hash.value.toUpperCase())).toEqual([[referral.reference, 'hash']]);
    expect(await findMatches(deps, CAST.coordinator, { hash })).toMatchObject([{ referralId: referral.id }]);
    expect(await findMatches(deps, CAST.coordinator, { hash: { ...hash, algorithm: 'pdq' } })).toEqual([]);
  });

  test('by its particulars, only for a person who may read them', async () => {
    expect(await referencesOf('15926535', officerAt('fi-1'))).toHaveLength(1);
    for (const text of ['15926535', 'case-register K-1042', hash.value]) {
      expect(await referencesOf(text, CAST.auditor)).toEqual([]);
    }
  });

  test('for every party', async () => {
    for (const viewer of [CAST.coordinator, CAST.auditor, officerAt('fi-1')]) {
      expect(await referencesOf(referral.reference, viewer)).toHaveLength(1);
    }
  });
});

test('what is not with the agency answers as what is not there', async () => {
  for (const viewer of [CAST.stranger, officerAt('nl-1'), CAST.administrator]) {
    for (const text of [referral.reference, referral.id, '15926535', hash.value]) {
      expect(await referencesOf(text, viewer)).toEqual([]);
    }
  }
});

test.each(['', ' ', 'K-1042', 'XR-2026-00000', "' OR 1=1", 'x'.repeat(10_000)])(
  'finds nothing for %j',
  async (text) => {
    expect(await referencesOf(text)).toEqual([]);
  },
);

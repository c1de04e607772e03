/** The search box finds exact numbers and hashes, in referrals of the viewer's agency only. */

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { findMatches, search } from '../../../client/queries/search.ts';
import { type Keyring, newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import type { Referral } from '../../../domain/referral.ts';
import { materialDigests, originDigests, ownReferenceDigests } from '../../../domain/search-digests.ts';
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

/** As the act stores it: the text with its digests. */
async function storeNumber(referralId: string, id: string, materialDigests: string[]): Promise<void> {
  const { db } = deps;
  await db.particulars.deleteMany({ where: { id } });
  await db.particulars.create({ data: { id, referralId, sealed: Buffer.alloc(1), sealVersion: 1, materialDigests } });
  await db.materialDigest.createMany({ data: materialDigests.map((digest) => ({ referralId, digest })) });
}

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

describe('the own number of an agency', () => {
  const birch = officerAt('fi-1');
  let own: Referral;

  beforeAll(async () => {
    const it = aReferredCase();
    const texts = { first: randomUUID(), second: randomUUID() };
    it.act({ type: 'set-own-reference', text: texts.first }, birch);
    it.act({ type: 'set-own-reference', text: texts.second }, birch);
    own = (await storeCase(deps.db, it)).referral;
    await storeNumber(own.id, texts.first, ownReferenceDigests(deps.keyring, birch.agencyId, 'K 4710'));
    await storeNumber(own.id, texts.second, ownReferenceDigests(deps.keyring, birch.agencyId, 'K 4711'));
  });

  test('is found by that agency alone, in any case', async () => {
    expect(await referencesOf(' k 4711', birch)).toEqual([[own.reference, 'own-reference']]);
    expect(await findMatches(deps, birch, { ownReference: 'K 4711' })).toMatchObject([{ referralId: own.id }]);
    for (const viewer of [CAST.sender, CAST.coordinator, officerAt('nl-1')]) {
      expect(await referencesOf('K 4711', viewer)).toEqual([]);
    }
  });

  test('is not found after it was replaced', async () => {
    expect(await referencesOf('K 4710', birch)).toEqual([]);
  });

  test('in an origin reference is found without its system', async () => {
    const [text = ''] = referral.particulars;
    await storeNumber(referral.id, text, ownReferenceDigests(deps.keyring, SENDER, 'K-1042'));
    expect(await referencesOf('k-1042')).toEqual([[referral.reference, 'own-reference']]);
    expect(await referencesOf('k-1042', CAST.coordinator)).toEqual([]);
  });
});

test('a referral of other agencies gets the same answer as one that does not exist', async () => {
  for (const viewer of [CAST.stranger, officerAt('nl-1'), CAST.administrator]) {
    for (const text of [referral.reference, referral.id, '15926535', hash.value]) {
      expect(await referencesOf(text, viewer)).toEqual([]);
    }
  }
});

test.each(['', ' ', 'K-1043', 'XR-2026-00000', "' OR 1=1", 'x'.repeat(10_000)])(
  'finds nothing for %j',
  async (text) => {
    expect(await referencesOf(text)).toEqual([]);
  },
);

/** A ring without a key that is used is refused before anything starts, and the refusal names it. */

import { beforeAll, expect, test } from 'vitest';
import { refuseMissingKeys } from '../../../client/platform/keys-in-use.ts';
import { type KeyFile, newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import { connectDatabase } from '../../../prisma/store/connect.ts';
import { saveParticulars } from '../../../prisma/store/particulars.ts';
import { atEnd } from '../../support/at-end.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';

const [old, fresh] = [newKeyFile('2026-10'), newKeyFile('2026-11')];
const rotated: KeyFile = { current: '2026-11', keys: { ...old.keys, ...fresh.keys }, digest: old.digest };
const ring = (keys: KeyFile) => parseKeyring(JSON.stringify(keys));

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  for (const keys of [old, rotated, rotated]) {
    const [id, referralId] = [crypto.randomUUID(), crypto.randomUUID()];
    await saveParticulars(database.db, ring(keys), { id, referralId, content: {} });
  }
});

test('a ring with every key is taken, whichever is current', async () => {
  await refuseMissingKeys(database.db, ring(rotated), 'web');
  await refuseMissingKeys(database.db, ring({ ...rotated, current: '2026-10' }), 'web');
});

test('a missing key is named, and another key under its name is refused', async () => {
  const without = refuseMissingKeys(database.db, ring({ ...fresh, digest: old.digest }), 'web');
  await expect(without).rejects.toThrow('LIAISE_KEY_FILE: has no key "2026-10"; add it again.');
  const another = ring({ ...rotated, keys: { ...rotated.keys, ...newKeyFile('2026-11').keys } });
  const replaced = refuseMissingKeys(database.db, another, 'web');
  await expect(replaced).rejects.toThrow('has another key as "2026-11"; put the former one back.');
});

test('where nothing is kept yet, any ring will do', async () => {
  const { db } = await testDatabase();
  await refuseMissingKeys(db, ring(newKeyFile('2026-12')), 'web');
});

test('without a database the check fails with that reason', async () => {
  const db = connectDatabase({ databaseUrl: 'postgresql://liaise@127.0.0.1:1/liaise' });
  atEnd(() => db.$disconnect());
  await expect(refuseMissingKeys(db, ring(fresh), 'web')).rejects.toThrow(
    'LIAISE_DATABASE_URL: the database does not answer.',
  );
});

/** A key ring without a key that stored data needs is refused at startup, and the error names the key. */

import { beforeAll, expect, test } from 'vitest';
import type { CliDependencies } from '../../../client/cli/dependencies.ts';
import { refuseMissingKeys } from '../../../client/platform/keys-in-use.ts';
import { type KeyFile, newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import { loadSeed } from '../../../prisma/seed/load.ts';
import { connectDatabase } from '../../../prisma/store/connect.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { unsentAlarmLetters } from '../../../prisma/store/log-alarms.ts';
import { readParticulars, saveParticulars } from '../../../prisma/store/particulars.ts';
import { atEnd } from '../../support/at-end.ts';
import { connectAs, type TestDatabase, testDatabase } from '../../support/database.ts';
import { runCommand } from '../cli/run-command.ts';

const [old, fresh] = [newKeyFile('2026-10'), newKeyFile('2026-11')];
const rotated: KeyFile = { current: '2026-11', keys: { ...old.keys, ...fresh.keys }, digest: old.digest };
const ring = (keys: KeyFile) => parseKeyring(JSON.stringify(keys));

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  const { directory, people } = loadSeed(new Date().toISOString());
  await replaceDirectory(database.db, directory, people);
  for (const keys of [old, rotated, rotated]) {
    const [id, referralId] = [crypto.randomUUID(), crypto.randomUUID()];
    await saveParticulars(database.db, ring(keys), { id, referralId, content: {} });
  }
});

test('a ring with every key is accepted, whichever key is current', async () => {
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

test('a key that is lost is given up: the process starts, other texts open, and the referral gets a new key', async () => {
  const without = ring({ ...fresh, digest: old.digest });
  const engineDb = connectAs(database.url, 'liaise_engine');
  atEnd(() => engineDb.$disconnect());
  const giveUp = (keyId: string, keyring = without, as = '--as dora.rowan') => {
    const services = { db: database.pages, engineDb, keyring, localIdentity: true } as CliDependencies;
    return runCommand(`keys give-up ${keyId} --yes --json ${as}`, { services });
  };
  expect((await giveUp('2026-10', without, '')).err).toContain('--as');
  for (const other of ['ines.rowan', 'quinn.quartz']) {
    expect((await giveUp('2026-10', without, `--as ${other}`)).err).toContain('Only administrators');
  }
  expect((await giveUp('2026-10', ring(rotated))).err).toContain('it is not lost');
  expect((await giveUp('2026-09')).err).toContain('Nothing is sealed under a key');
  const { db } = database;
  const [lost, kept] = await Promise.all(
    ['2026-10', '2026-11'].map(async (keyId) => {
      const { referralId } = await db.dataKey.findFirstOrThrow({ where: { keyId } });
      return db.particulars.findFirstOrThrow({ where: { referralId } });
    }),
  );
  if (!lost || !kept) throw new Error('Nothing is stored.');
  const { status, out } = await giveUp('2026-10');
  expect([status, JSON.parse(out)]).toEqual([0, { keys: 1, texts: 1, proposals: 0 }]);
  await refuseMissingKeys(db, without, 'web');
  expect(await readParticulars(db, without, kept)).toEqual({});
  expect(await readParticulars(db, without, lost)).toBeUndefined();
  const again = { id: crypto.randomUUID(), referralId: lost.referralId };
  await saveParticulars(db, without, { ...again, content: 'sent again' });
  expect(await readParticulars(db, without, again)).toBe('sent again');
  const [leaf] = await db.auditLeaf.findMany({ orderBy: { id: 'desc' }, take: 1 });
  expect(leaf?.leaf).toMatchObject({
    by: { kind: 'person', personId: 'dora.rowan', agencyId: 'xr-desk' },
    about: { directory: 'keys', id: '2026-10', change: 'removed' },
  });
  const letters = await unsentAlarmLetters(engineDb);
  expect(letters.map(({ to }) => to.personId)).toContain('ines.rowan');
  expect(letters[0]?.alarm).toMatchObject({
    ...{ kind: 'key-given-up' },
    detail: 'dora.rowan gave up the key 2026-10. Deleted: 1 texts, 1 keys, 0 proposals.',
  });
});

test('without stored data, any ring is accepted', async () => {
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

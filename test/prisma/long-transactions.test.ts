/** Rebuilding and restoring a referral may take longer than the five seconds that Prisma gives a transaction. */

import { beforeAll, expect, test } from 'vitest';
import { newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import { compareWithJournal } from '../../prisma/store/comparison.ts';
import { replaceDirectory } from '../../prisma/store/directory.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { rebuildReferral } from '../../prisma/store/rebuild.ts';
import { restoreEntries } from '../../prisma/store/restore-entries.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';
import { alwaysOpenSeed } from '../support/seed.ts';

const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));

let db: TestDatabase['db'];
/** Damages tables. */
let owner: TestDatabase['owner'];

beforeAll(async () => {
  ({ db, owner } = await testDatabase());
  const seed = alwaysOpenSeed(new Date().toISOString());
  await replaceDirectory(db, seed.directory, seed.people);
});

/** Each statement that writes clocks takes six seconds. */
async function slowDown(): Promise<void> {
  await owner.$executeRaw`CREATE FUNCTION take_long() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_sleep(6); RETURN NULL; END $$`;
  await owner.$executeRaw`CREATE TRIGGER take_long BEFORE INSERT ON clock FOR EACH STATEMENT EXECUTE FUNCTION take_long()`;
}

test('both finish after more than five seconds', async () => {
  const [damaged, lost] = [
    await RecordedReferral.submit({ db, keyring }, 'quinn.quartz'),
    await RecordedReferral.submit({ db, keyring }, 'quinn.quartz'),
  ];
  await slowDown();
  await db.clock.deleteMany({ where: { referralId: damaged.id } });
  const entries = await readJournal(db, lost.id);
  await owner.$executeRaw`ALTER TABLE journal DISABLE TRIGGER ALL`;
  await owner.journal.deleteMany({ where: { referralId: lost.id } });
  await owner.$executeRaw`ALTER TABLE journal ENABLE TRIGGER ALL`;
  const began = performance.now();
  const [rebuilt, restored] = await Promise.all([
    rebuildReferral(db, damaged.id),
    restoreEntries(db, lost.id, entries),
  ]);
  expect(performance.now() - began).toBeGreaterThan(5_000);
  expect(rebuilt).toBe('rebuilt');
  expect(restored).toMatchObject({ restored: entries.length });
  for (const { id } of [damaged, lost]) expect((await compareWithJournal(db, id)).differs).toEqual([]);
});

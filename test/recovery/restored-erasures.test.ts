/** A backup is restored: erasures that are newer than it are applied again before anything is served. */

import { rm } from 'node:fs/promises';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import {
  agreeWithRegister,
  createRegister,
  type RegisterDeps,
  type RegisterReconciliation,
  refuseBehindRegister,
} from '../../client/recovery/erasure-register.ts';
import { compareWithJournal } from '../../prisma/store/comparison.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { contradictionsOf } from '../../prisma/store/leaf-comparison.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';
import { takeBackup } from './backup.ts';
import { closedReferral, databaseWithPeople, erase, KEYRING, noRegister, storedOf } from './registered-erasures.ts';

let database: Awaited<ReturnType<typeof databaseWithPeople>>;
let deps: RegisterDeps;

beforeAll(async () => {
  database = await databaseWithPeople();
});

beforeEach(async () => {
  deps = await noRegister(database);
});

const agree = (): Promise<RegisterReconciliation> => agreeWithRegister(deps);
const served = () => refuseBehindRegister(database.pages, deps.path);

/** Stops the workers' connections as well. */
async function backupOf() {
  const { restore } = await takeBackup(database);
  return async () => {
    await database.engine.$disconnect();
    await restore();
  };
}

test('a restored backup is served only after every later erasure was applied again', async () => {
  const [erased, openInBackup, kept] = [
    await closedReferral(database),
    await closedReferral(database),
    await closedReferral(database),
  ];
  await createRegister(deps);
  await served();
  const restore = await backupOf();
  await erase(deps, erased);
  await erase(deps, openInBackup);
  await served();
  const certified = await readJournal(database.engine, erased.id);

  await restore();
  expect(await storedOf(database, erased.id)).toBeGreaterThan(0);
  await expect(served()).rejects.toThrow('a backup was restored. Start a worker');
  const { erasedAgain, unrecorded, entries, added } = await agree();
  expect(erasedAgain.toSorted()).toEqual([erased.id, openInBackup.id].toSorted());
  expect({ unrecorded, entries, added }).toEqual({ unrecorded: [], entries: 2, added: 0 });
  await served();

  expect(await storedOf(database, erased.id)).toBe(0);
  expect(await storedOf(database, kept.id)).toBeGreaterThan(0);
  expect((await erased.read()).status).toBe('erased');
  const [tombstone] = (await readJournal(database.engine, erased.id)).filter(({ event }) => event.type === 'erased');
  const first = certified.find(({ event }) => event.type === 'erased');
  expect(tombstone?.event).toMatchObject({ ground: 'supervisor-order', firstErasedAt: first?.at, keyIds: ['2026-11'] });
  const leaf = await database.db.auditLeaf.findFirst({ where: { referralId: erased.id, operation: 'erasure' } });
  expect(leaf?.leaf).toMatchObject({ restored: true, change: { erased: { keys: 1 } } });
  expect(await contradictionsOf(database.engine, erased.id)).toEqual([]);
  expect((await compareWithJournal(database.engine, erased.id)).differs).toEqual([]);
  // The same again changes nothing.
  expect(await agree()).toEqual({ entries: 2, erasedAgain: [], unrecorded: [], added: 0 });
});

test('a referral that was still open in the backup is erased with its clocks stopped', async () => {
  const referral = await RecordedReferral.submit({ db: database.db, keyring: KEYRING }, 'quinn.quartz');
  await createRegister(deps);
  const restore = await backupOf();
  await referral.act('noor.rowan', { type: 'file-informational' });
  await erase(deps, referral);
  await restore();
  expect((await referral.read()).status).toBe('received');
  expect((await agree()).erasedAgain).toEqual([referral.id]);
  const { status, clocks } = await referral.read();
  expect(status).toBe('erased');
  expect(clocks.filter(({ state }) => state.status === 'running')).toEqual([]);
});

test('a lost register is created again, also for backups that know the lost one', async () => {
  const referral = await closedReferral(database);
  await createRegister(deps);
  const restore = await backupOf();
  await erase(deps, referral);
  await rm(deps.path);
  await createRegister(deps);
  await served();
  await expect(createRegister(deps)).rejects.toThrow('exists already');
  await restore();
  await expect(served()).rejects.toThrow('do not agree');
  expect((await agree()).erasedAgain).toEqual([referral.id]);
  await served();
});

test('an erasure is not added to a register with erasures that a restored database lacks', async () => {
  const [erased, next] = [await closedReferral(database), await closedReferral(database)];
  await createRegister(deps);
  const restore = await backupOf();
  await erase(deps, erased);
  await restore();
  await expect(erase(deps, next)).rejects.toThrow('has erasures that the database lacks');
});

/** The erasure register and the database agree before anything is served, or the process does not start. */

import { readFile, rename, writeFile } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { readErasureSigner } from '../../client/log/signers.ts';
import { compareWithRegister } from '../../client/recovery/compare-register.ts';
import {
  agreeWithRegister,
  createRegister,
  type RegisterDeps,
  type RegisterReconciliation,
  refuseBehindRegister,
} from '../../client/recovery/erasure-register.ts';
import { connectAs, testDatabase } from '../support/database.ts';
import {
  closedReferral,
  databaseWithPeople,
  erase,
  newKeyPath,
  noRegister,
  register,
  storedOf,
} from './registered-erasures.ts';

let database: Awaited<ReturnType<typeof databaseWithPeople>>;
let deps: RegisterDeps;

beforeAll(async () => {
  database = await databaseWithPeople();
});

beforeEach(async () => {
  deps = await noRegister(database);
});

afterEach(() => {
  vi.useRealTimers();
});

const agree = (): Promise<RegisterReconciliation> => agreeWithRegister(deps);
const served = () => refuseBehindRegister(database.pages, deps.path);

test('if one table alone is restored, what is in it is erased again', async () => {
  const referral = await closedReferral(database);
  await createRegister(deps);
  const keys = await database.db.dataKey.findMany({ where: { referralId: referral.id } });
  await erase(deps, referral);
  await database.db.dataKey.createMany({ data: keys });
  expect((await agree()).erasedAgain).toEqual([referral.id]);
  expect(await storedOf(database, referral.id)).toBe(0);
});

test('a missing, truncated, foreign or exchanged register is refused', async () => {
  await closedReferral(database);
  await expect(agree()).rejects.toThrow(/There is no register at .* "liaise erasure-register create"/);
  await expect(served()).rejects.toThrow('There is no register at');
  await createRegister(deps);
  await erase(deps, await closedReferral(database));
  const whole = await readFile(deps.path, 'utf8');

  await writeFile(deps.path, `${whole.trimEnd().split('\n').slice(0, -1).join('\n')}\n`);
  await expect(agree()).rejects.toThrow(/was truncated or changed. The database knows \d+ erasures/);
  await expect(served()).rejects.toThrow('do not agree');
  await writeFile(deps.path, whole.replace('supervisor-order', 'sender-order'));
  await expect(agree()).rejects.toThrow('is damaged');
  await writeFile(deps.path, whole);
  const others = await readErasureSigner(await newKeyPath());
  await expect(agreeWithRegister({ ...deps, signer: others })).rejects.toThrow('was signed with another key');

  await rename(deps.path, `${deps.path}.away`);
  await expect(agree()).rejects.toThrow('There is no register at');
  const { erasureRegister } = database.owner;
  await erasureRegister.updateMany({ data: { register: crypto.randomUUID() } });
  await rename(`${deps.path}.away`, deps.path);
  await expect(agree()).rejects.toThrow('is the register of another installation');
});

test('a check finds an erasure that was undone or is not registered, and a register that is missing', async () => {
  const faults = async () => (await compareWithRegister(database.db, deps.path)).map(({ fault }) => fault);
  const [undone, unregistered] = [await closedReferral(database), await closedReferral(database)];
  expect(await faults()).toEqual(['register-faulty']);
  await createRegister(deps);
  expect(await faults()).toEqual([]);
  const keys = await database.db.dataKey.findMany({ where: { referralId: undone.id } });
  await erase(deps, undone);
  await database.db.dataKey.createMany({ data: keys });
  await unregistered.act('ines.rowan', { type: 'erase' });
  expect(await faults()).toEqual(['erasure-undone', 'erasure-unregistered']);
  const erased = await database.db.journal.findFirstOrThrow({ where: { referralId: unregistered.id, type: 'erased' } });
  vi.useFakeTimers({ now: erased.at, toFake: ['Date'] });
  // A worker may be registering it at this moment.
  expect(await faults()).toEqual(['erasure-undone']);
  vi.useRealTimers();
  await agree();
  expect(await faults()).toEqual([]);
});

test('a process that is killed between the act, the line and its number leaves nothing undone', async () => {
  const [unregistered, unsaved] = [await closedReferral(database), await closedReferral(database)];
  await createRegister(deps);
  // After the act: the activity is called again, or the next start adds the line.
  await unregistered.act('ines.rowan', { type: 'erase' });
  expect(await agree()).toMatchObject({ added: 1, erasedAgain: [] });
  // After the line, before its number.
  const position = await database.db.erasureRegister.findFirstOrThrow();
  await erase(deps, unsaved);
  await database.owner.erasureRegister.updateMany({ data: position });
  await erase(deps, await closedReferral(database));
  await served();
  // Within the line.
  await writeFile(deps.path, `${await readFile(deps.path, 'utf8')}{"erasedAt":"2026`);
  await erase(deps, await closedReferral(database));
  await register(deps, unregistered);
  await served();
  expect(await agree()).toMatchObject({ erasedAgain: [], added: 0 });
});

test('a new installation gets its register by itself', async () => {
  const { url } = await testDatabase();
  const db = connectAs(url, 'liaise_engine');
  const pages = connectAs(url, 'liaise_pages');
  await expect(refuseBehindRegister(pages, deps.path)).rejects.toThrow('A worker creates it');
  const waits = refuseBehindRegister(pages, deps.path, { waitMs: 30_000 });
  expect(await agreeWithRegister({ ...deps, db })).toMatchObject({ entries: 0 });
  await waits;
});

/** Referrals that are erased as a worker does it, and the erasure register of a test. */

import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readErasureSigner } from '../../client/log/signers.ts';
import { type RegisterDeps, registerErasure } from '../../client/recovery/erasure-register.ts';
import { newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import { replaceDirectory } from '../../prisma/store/directory.ts';
import { registeredErasure } from '../../prisma/store/erasure-register.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { connectAs, type TestDatabase, testDatabase } from '../support/database.ts';
import { testFolder } from '../support/folder.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';
import { alwaysOpenSeed } from '../support/seed.ts';

export const KEYRING = parseKeyring(JSON.stringify(newKeyFile('2026-11')));

/** A database with the people of the seed, and a connection as the workers have it. */
export async function databaseWithPeople(): Promise<TestDatabase & { engine: TestDatabase['db'] }> {
  const database = await testDatabase();
  const seed = alwaysOpenSeed(new Date().toISOString());
  await replaceDirectory(database.db, seed.directory, seed.people);
  return { ...database, engine: connectAs(database.url, 'liaise_engine') };
}

/** The path of a new private key. */
export async function newKeyPath(): Promise<string> {
  const path = join(await testFolder(), 'erasure-key.pem');
  await writeFile(path, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return path;
}

/** A register that is not created yet; the database knows none. */
export async function noRegister({ owner, engine: db }: { owner: TestDatabase['owner']; engine: TestDatabase['db'] }) {
  await owner.erasureRegister.deleteMany();
  const path = join(await testFolder(), 'erasures.jsonl');
  return { db, path, signer: await readErasureSigner(await newKeyPath()) };
}

export async function closedReferral({ db }: Pick<TestDatabase, 'db'>): Promise<RecordedReferral> {
  const referral = await RecordedReferral.submit({ db, keyring: KEYRING }, 'quinn.quartz');
  await referral.act('noor.rowan', { type: 'file-informational' });
  return referral;
}

/** The act, and then the register. */
export async function erase(deps: RegisterDeps, referral: RecordedReferral): Promise<void> {
  await referral.act('ines.rowan', { type: 'erase' });
  await register(deps, referral);
}

export async function register(deps: RegisterDeps, { id }: RecordedReferral): Promise<void> {
  const tombstone = (await readJournal(deps.db, id)).find(({ event }) => event.type === 'erased');
  if (tombstone?.event.type !== 'erased') throw new Error('It is not erased.');
  await registerErasure(deps, registeredErasure(id, tombstone.at, tombstone.event));
}

/** The number of rows that an erasure deletes. */
export async function storedOf({ db }: Pick<TestDatabase, 'db'>, referralId: string): Promise<number> {
  const where = { where: { referralId } };
  const counts = [
    ...[db.dataKey.count(where), db.particulars.count(where)],
    ...[db.originReference.count(where), db.materialDigest.count(where)],
  ];
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

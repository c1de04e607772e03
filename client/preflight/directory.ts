/** Checks what is stored: the keys that stored data needs, the directory, and the first administrators. */

import type { Keyring } from '../../domain/keyring.ts';
import { connectDatabase, type Database } from '../../prisma/store/connect.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import { administratorsWithAccount } from '../../prisma/store/proposals.ts';
import { ConfigFault } from '../platform/config.ts';
import { refuseMissingKeys } from '../platform/keys-in-use.ts';
import { failed, found, type PreflightFinding, passed, reasonOf, skipped } from './finding.ts';

/** @param databaseUrl of a role that reads every row */
export async function checkStored(databaseUrl: string, keyring: Keyring): Promise<PreflightFinding[]> {
  const db = connectDatabase({ databaseUrl, connections: 1, statementTimeoutMs: 5_000 });
  try {
    return [await keysOf(db, keyring), ...(await directoryOf(db))];
  } catch (error) {
    const remedy = 'Correct the findings about the database first.';
    return [skipped('directory', `The directory cannot be read: ${reasonOf(error)}.`, remedy)];
  } finally {
    await db.$disconnect();
  }
}

async function keysOf(db: Database, keyring: Keyring): Promise<PreflightFinding> {
  try {
    await refuseMissingKeys(db, keyring, keyring.process ?? 'cli');
    return passed('keys', 'The key file has every key that stored data needs.');
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error;
    return failed('keys', error.message, 'Put the keys back that the file had. Without them, data cannot be read.');
  }
}

async function directoryOf(db: Database): Promise<PreflightFinding[]> {
  const [{ agencies, contactPoints }, administrators] = await Promise.all([
    readDirectory(db),
    administratorsWithAccount(db),
  ]);
  const coordinator = agencies.find(({ coordinating }) => coordinating);
  const text = `${agencies.length} agencies and ${contactPoints.length} contact points; ${coordinator?.id} coordinates.`;
  return [
    found(coordinator !== undefined && contactPoints.length > 0, 'directory', text, [
      'The directory has no coordinating agency, or no contact point.',
      'Run the migrations, which load the directory from prisma/seed.',
    ]),
    found(administrators.length >= 2, 'directory', `${administrators.length} administrators have a sign-in account.`, [
      `${administrators.length} administrators have a sign-in account. Each change needs two.`,
      administrators.length === 0
        ? 'Enter the first two: liaise first-administrators FILE (docs/operations.md).'
        : 'Let this administrator propose a second one.',
    ]),
  ];
}

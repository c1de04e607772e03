/** The database, key file and environment variables of an installation on this machine. */

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newKeyFile, parseKeys } from '../domain/keyring.ts';
import { keysOfProcess, type ProcessName, plainFile } from '../domain/keys/process-keys.ts';
import { ensureRoles } from '../prisma/access/roles.ts';
import { prepareDatabase } from '../prisma/prepare.ts';
import { type Postgres, startPostgres, urlAs } from './postgres.ts';
import { writeAtomically } from './write-atomically.ts';

/** A running PostgreSQL, migrated and with a directory. @throws StackFault if it cannot be started. */
export async function openDatabase(dataDir: string, port?: number, certificates?: string): Promise<Postgres> {
  const postgres = await startPostgres({ dataDir, port, certificates });
  try {
    await ensureRoles(postgres.url);
    await prepareDatabase(urlAs(postgres.url, 'liaise_owner'));
    return postgres;
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** The path of the folder's key file, which is created if it does not exist. */
export async function ensureKeyFile(folder: string): Promise<string> {
  const path = join(folder, 'keys.json');
  if (!existsSync(path)) await writeKeys(path, newKeyFile(new Date().toISOString().slice(0, 7)));
  return path;
}

/** The paths of the key files of each process. They follow from the key file of the folder, so they are written each time. */
export async function splitKeyFile(folder: string): Promise<Record<ProcessName, string>> {
  const keys = parseKeys(await readFile(await ensureKeyFile(folder), 'utf8'));
  const written = async (process: ProcessName) => {
    const path = join(folder, `${process}-keys.json`);
    await writeKeys(path, await plainFile(keysOfProcess(keys, process)));
    return path;
  };
  return { worker: await written('worker'), web: await written('web'), cli: await written('cli') };
}

function writeKeys(path: string, keys: object): Promise<void> {
  return writeAtomically(path, `${JSON.stringify(keys, null, 2)}\n`, 0o600);
}

/** The environment variables that `liaise`, the web server and, with its own role, every worker read. */
export function installationEnvironment(parts: {
  databaseUrl: string;
  temporal: { address: string; namespace: string };
  smtpPort: number;
  keyFile: string;
  publicUrl?: string;
}): Record<string, string> {
  return {
    LIAISE_DATABASE_URL: urlAs(parts.databaseUrl, 'liaise_pages'),
    LIAISE_ENGINE_DATABASE_URL: urlAs(parts.databaseUrl, 'liaise_engine'),
    LIAISE_READER_DATABASE_URL: urlAs(parts.databaseUrl, 'liaise_reader'),
    LIAISE_TEMPORAL_ADDRESS: parts.temporal.address,
    LIAISE_TEMPORAL_NAMESPACE: parts.temporal.namespace,
    LIAISE_KEY_FILE: parts.keyFile,
    LIAISE_LOCAL_IDENTITY: 'allow',
    LIAISE_PUBLIC_URL: parts.publicUrl ?? 'http://localhost:8080',
    LIAISE_SMTP_HOST: '127.0.0.1',
    LIAISE_SMTP_PORT: String(parts.smtpPort),
    LIAISE_SMTP_TLS: 'offered',
    LIAISE_MAIL_FROM: 'Liaise <liaise@hub.example>',
    LIAISE_MAIL_DOMAIN: 'hub.example',
    // Letters are shown at once. In the demo, hours pass within seconds.
    LIAISE_LETTER_PACING: 'off',
  };
}

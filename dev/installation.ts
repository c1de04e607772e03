/** The database, key file and environment variables of an installation on this machine. */

import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readErasureSigner } from '../client/log/signers.ts';
import { createRegister } from '../client/recovery/erasure-register.ts';
import { newKeyFile, parseKeys } from '../domain/keyring.ts';
import { keysOfProcess, type ProcessName, plainFile } from '../domain/keys/process-keys.ts';
import { ensureRoles } from '../prisma/access/roles.ts';
import { prepareDatabase } from '../prisma/prepare.ts';
import { connectDatabase } from '../prisma/store/connect.ts';
import { readRegisterPosition } from '../prisma/store/erasure-register.ts';
import type { ErasureFiles } from '../worker/erasures.ts';
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

/** The folder's key of the erasure register, which is created if it does not exist, and the path of the register. */
export async function ensureErasureKey(folder: string): Promise<ErasureFiles> {
  const files = { register: join(folder, 'erasures.jsonl'), key: join(folder, 'erasure-key.pem') };
  if (!existsSync(files.key)) {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    await writeAtomically(files.key, `${pem}`, 0o600);
  }
  return files;
}

/** A local stack with data of an earlier version gets a register. In production, an operator creates it. */
export async function ensureErasureRegister({ register: path, key }: ErasureFiles, databaseUrl: string): Promise<void> {
  const db = connectDatabase({ databaseUrl: urlAs(databaseUrl, 'liaise_engine'), connections: 2 });
  try {
    const isNew = (await readRegisterPosition(db)) === undefined;
    if (isNew && !existsSync(path)) await createRegister({ db, path, signer: await readErasureSigner(key) });
  } finally {
    await db.$disconnect();
  }
}

/** The environment variables that `liaise`, the web server and, with its own role, every worker read. */
export function installationEnvironment(parts: {
  databaseUrl: string;
  temporal: { address: string; namespace: string };
  smtpPort: number;
  keyFile: string;
  erasures: ErasureFiles;
  publicUrl?: string;
}): Record<string, string> {
  return {
    LIAISE_DATABASE_URL: urlAs(parts.databaseUrl, 'liaise_pages'),
    LIAISE_ENGINE_DATABASE_URL: urlAs(parts.databaseUrl, 'liaise_engine'),
    LIAISE_READER_DATABASE_URL: urlAs(parts.databaseUrl, 'liaise_reader'),
    LIAISE_TEMPORAL_ADDRESS: parts.temporal.address,
    LIAISE_TEMPORAL_NAMESPACE: parts.temporal.namespace,
    LIAISE_KEY_FILE: parts.keyFile,
    LIAISE_ERASURE_REGISTER_FILE: parts.erasures.register,
    LIAISE_ERASURE_KEY_FILE: parts.erasures.key,
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

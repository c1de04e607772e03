/** Starts the servers that Liaise needs, with empty data, and the people of the seed. */

import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { createEngine } from '../client/engine/engine.ts';
import { readClientConfig } from '../client/platform/config.ts';
import { connectTemporal } from '../client/platform/connect.ts';
import {
  ensureErasureKey,
  ensureErasureRegister,
  ensureKeyFile,
  installationEnvironment,
  openDatabase,
} from '../dev/installation.ts';
import { startTemporal } from '../dev/temporal.ts';
import { type TemporaryFolder, temporaryFolder } from '../dev/temporary-folder.ts';
import { connectDatabase } from '../prisma/store/connect.ts';
import { cleanupStack } from './cleanup-stack.ts';
import { databaseBytes, sqliteBytes } from './disk-usage.ts';
import { type Setup, setUp } from './lifecycle.ts';
import { type Arrival, startMailSink } from './mail-sink.ts';
import type { DiskUsage } from './workload.ts';

export interface BenchServers {
  /** What a worker reads. */
  environment: Record<string, string>;
  temporal: Client;
  players: Setup;
  /** The messages that the mail server got so far. */
  arrivals: readonly Arrival[];
  disk(): Promise<DiskUsage>;
  stop(): Promise<void>;
}

/** @param dataFolder a folder that keeps all data between runs; default: one that is removed at the end */
export async function openServers(dataFolder?: string): Promise<BenchServers> {
  const { atEnd, stop } = cleanupStack();
  const folder = dataFolder === undefined ? await temporaryFolder('bench') : await keptFolder(dataFolder);
  atEnd(folder.remove);
  const postgres = await openDatabase(join(folder.path, 'postgres'));
  atEnd(postgres.stop);
  const dbFile = join(folder.path, 'temporal.db');
  const server = await startTemporal({ dbFile });
  atEnd(server.stop);
  const mail = await startMailSink();
  atEnd(mail.stop);
  const erasures = await ensureErasureKey(folder.path);
  await ensureErasureRegister(erasures, postgres.url);
  const environment = installationEnvironment({
    databaseUrl: postgres.url,
    temporal: { address: server.address, namespace: 'default' },
    smtpPort: mail.port,
    keyFile: await ensureKeyFile(folder.path),
    erasures,
  });
  const { databaseUrl, engineDatabaseUrl, keyring, ...config } = readClientConfig(environment);
  const pages = connectDatabase({ databaseUrl, byAgency: true });
  atEnd(() => pages.$disconnect());
  const db = connectDatabase({ databaseUrl: engineDatabaseUrl });
  atEnd(() => db.$disconnect());
  const temporal = connectTemporal({ ...config.temporal, keyring });
  atEnd(() => temporal.connection.close());
  return {
    environment,
    temporal,
    arrivals: mail.arrivals,
    players: await setUp(createEngine({ db: pages, temporal, keyring }), db),
    disk: async () => ({ rows: await databaseBytes(db), engine: sqliteBytes(dbFile) }),
    stop,
  };
}

/** PostgreSQL may run as another user, who must be able to enter the folder. */
async function keptFolder(path: string): Promise<Pick<TemporaryFolder, 'path' | 'remove'>> {
  await mkdir(path, { recursive: true });
  await chmod(path, 0o755);
  return { path, remove: async () => {} };
}

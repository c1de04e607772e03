/** Servers of a test's own that can be stopped and started again at the same address, and lose what they kept. */

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../dev/ports.ts';
import { startPostgres } from '../../dev/postgres.ts';
import { startTemporal } from '../../dev/temporal.ts';
import { migrate } from '../../prisma/migrate.ts';
import { connectDatabase } from '../../prisma/store/connect.ts';
import { atEnd } from './at-end.ts';
import type { TestDatabase } from './database.ts';
import { testFolder } from './folder.ts';
import { fullServer } from './full-server.ts';
import { isFull } from './which-temporal.ts';

export interface Stoppable {
  stop(): Promise<void>;
  /** At the same address, with what it had kept. */
  start(): Promise<void>;
}

type StoppableTemporal = Stoppable & { address: string; namespace: string; loseStore(): Promise<void> };

/** Empty: the development server; or the full one, where faults are to run there. */
export async function stoppableTemporal(): Promise<StoppableTemporal> {
  return isFull ? stoppableFullServer() : stoppableDevelopmentServer();
}

async function stoppableFullServer(): Promise<StoppableTemporal> {
  const { address, start, dropStore } = await fullServer();
  const server = await stoppable(start);
  return {
    ...{ ...server, address, namespace: 'default' },
    loseStore: async () => {
      await server.stop();
      await dropStore();
      await server.start();
    },
  };
}

async function stoppableDevelopmentServer(): Promise<StoppableTemporal> {
  const folder = await testFolder();
  const options = { dbFile: join(folder, 'temporal.db'), port: await freePort(), uiPort: await freePort() };
  const server = await stoppable(() => startTemporal(options));
  return {
    ...server,
    address: `127.0.0.1:${options.port}`,
    namespace: 'default',
    loseStore: async () => {
      await server.stop();
      for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(options.dbFile + suffix, { force: true });
      await server.start();
    },
  };
}

/** Migrated, without rows. What was committed is as safe as in production, unless the folder is not. */
export async function stoppablePostgres(
  folder?: string,
): Promise<Stoppable & TestDatabase & { kill(): Promise<void> }> {
  const dataDir = join(folder ?? (await testFolder()), 'postgres');
  const port = await freePort();
  let url = '';
  const server = await stoppable(async () => {
    const postgres = await startPostgres({ dataDir, port });
    url = postgres.url;
    return postgres;
  });
  await migrate(url);
  const db = connectDatabase({ databaseUrl: url, connections: 4 });
  atEnd(() => db.$disconnect());
  return {
    ...{ ...server, url, db },
    kill: async () => {
      const [pid] = (await readFile(join(dataDir, 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
      await server.stop();
    },
  };
}

async function stoppable(begin: () => Promise<{ stop(): Promise<void> }>): Promise<Stoppable> {
  let running: { stop(): Promise<void> } | undefined = await begin();
  const stop = async () => {
    await running?.stop();
    running = undefined;
  };
  atEnd(stop);
  return {
    stop,
    start: async () => {
      running = await begin();
    },
  };
}

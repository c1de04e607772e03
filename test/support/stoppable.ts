/** Servers of one test that can be stopped, suspended, restarted at the same address, and emptied. */

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Postgres, startPostgres } from '../../dev/postgres.ts';
import { startTemporal, type Temporal } from '../../dev/temporal.ts';
import { migrate } from '../../prisma/migrate.ts';
import { atEnd } from './at-end.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { testFolder } from './folder.ts';
import { fullServer } from './full-server.ts';
import { childrenOf, signal, suspend } from './suspend.ts';
import { isFull } from './which-temporal.ts';

export interface StoppableServer {
  stop(): Promise<void>;
  /** Sends SIGKILL to its processes. */
  kill(): Promise<void>;
  /** Sends SIGSTOP to all its processes: its port stays open, and nothing answers. Returns a function that resumes them. */
  suspend(): Promise<() => void>;
  /** Starts it again at the same address, with its data. */
  start(): Promise<void>;
}

type StoppableTemporal = StoppableServer & { address: string; namespace: string; loseStore(): Promise<void> };

/** An empty Temporal: the development server, or the full server if `LIAISE_TEST_TEMPORAL` is `full`. */
export async function stoppableTemporal(): Promise<StoppableTemporal> {
  return isFull ? stoppableFullServer() : stoppableDevelopmentServer();
}

async function stoppableFullServer(): Promise<StoppableTemporal> {
  const { start, dropStore } = await fullServer();
  const { first, ...server } = await stoppable(start);
  return {
    ...{ ...server, address: first.address, namespace: 'default' },
    loseStore: async () => {
      await server.stop();
      await dropStore();
      await server.start();
    },
  };
}

async function stoppableDevelopmentServer(): Promise<StoppableTemporal> {
  const dbFile = join(await testFolder(), 'temporal.db');
  const { first, ...server } = await stoppable((previous?: Temporal) =>
    startTemporal({ dbFile, ports: previous && { port: portIn(previous.address), uiPort: portIn(previous.uiUrl) } }),
  );
  return {
    ...server,
    address: first.address,
    namespace: 'default',
    loseStore: async () => {
      await server.stop();
      for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(dbFile + suffix, { force: true });
      await server.start();
    },
  };
}

/** A PostgreSQL with a migrated database without rows. Commits are as durable as in production, if the folder is. */
export async function stoppablePostgres(folder?: string): Promise<StoppableServer & TestDatabase> {
  const dataDir = join(folder ?? (await testFolder()), 'postgres');
  const { first, ...server } = await stoppable((previous?: Postgres) =>
    startPostgres({ dataDir, port: previous && portIn(previous.url) }),
  );
  await migrate(first.url);
  return { ...server, ...openTestDatabase(first.url) };
}

/** `start` gets the server of the first start, so that each later one is at the same address. */
async function stoppable<Server extends { stop(): Promise<void> }>(
  start: (first?: Server) => Promise<Server>,
): Promise<StoppableServer & { first: Server }> {
  const before = await childrenOf(process.pid);
  const first = await start();
  let running: Server | undefined = first;
  let pids = (await childrenOf(process.pid)).filter((pid) => !before.includes(pid));
  let resume = () => {};
  const stop = async () => {
    resume();
    await running?.stop();
    running = undefined;
  };
  atEnd(stop);
  return {
    first,
    stop,
    kill: async () => {
      for (const pid of pids) signal(pid, 'SIGKILL');
      await stop();
    },
    suspend: async () => {
      resume = await suspend(pids);
      return resume;
    },
    start: async () => {
      const others = await childrenOf(process.pid);
      running = await start(first);
      pids = (await childrenOf(process.pid)).filter((pid) => !others.includes(pid));
    },
  };
}

/** The port in an address such as `127.0.0.1:7233`, or in a URL. */
function portIn(address: string): number {
  return Number(/:(\d+)(\/|$)/.exec(address)?.[1]);
}

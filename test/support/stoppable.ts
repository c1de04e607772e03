/** Servers of a test's own that can be stopped and started again at the same address, and lose what they kept. */

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../dev/ports.ts';
import { startPostgres } from '../../dev/postgres.ts';
import { startTemporal } from '../../dev/temporal.ts';
import { atEnd } from './at-end.ts';
import { testFolder } from './folder.ts';

export interface Stoppable {
  stop(): Promise<void>;
  /** At the same address, with what it had kept. */
  start(): Promise<void>;
}

/** The development server, empty. */
export async function stoppableTemporal(): Promise<
  Stoppable & { address: string; namespace: string; loseStore(): Promise<void> }
> {
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

/** Without our tables. Its data is as safe as in production, unless the folder is. */
export async function stoppablePostgres(folder?: string): Promise<Stoppable & { url: string }> {
  const options = { dataDir: join(folder ?? (await testFolder()), 'postgres'), port: await freePort() };
  let url = '';
  const server = await stoppable(async () => {
    const postgres = await startPostgres(options);
    url = postgres.url;
    return postgres;
  });
  return { ...server, url };
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

/** Other engines that run the same lifecycle, each in a separate process with a separate database. */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startPostgres } from '../dev/postgres.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { migrate } from '../prisma/migrate.ts';
import { connectDatabase } from '../prisma/store/connect.ts';
import { cleanupStack } from './cleanup-stack.ts';
import { databaseBytes, folderBytes } from './disk-usage.ts';
import { fromEngine, type ToEngine, type WrittenAct } from './other-engines/messages.ts';
import type { DiskUsage, Workload } from './workload.ts';

export const OTHER_ENGINES = ['dbos', 'restate'] as const;

export type OtherEngineName = (typeof OTHER_ENGINES)[number];

export interface OtherEngine extends Workload {
  disk(): Promise<DiskUsage>;
  stop(): Promise<void>;
}

/** Starts the engine. `acts` are the acts of one lifecycle as Liaise wrote them. The engine writes the same rows. */
export async function startOtherEngine(name: OtherEngineName, acts: WrittenAct[]): Promise<OtherEngine> {
  const { atEnd, stop } = cleanupStack();
  const folder = await temporaryFolder(`bench-${name}`);
  atEnd(folder.remove);
  const postgres = await startPostgres({ dataDir: join(folder.path, 'postgres') });
  atEnd(postgres.stop);
  await migrate(postgres.url);
  const db = connectDatabase({ databaseUrl: postgres.url });
  atEnd(() => db.$disconnect());
  const child = startProcess(name);
  await child.start({ type: 'start', databaseUrl: postgres.url, folder: folder.path, acts });
  atEnd(child.stop);
  const storeBytes = () => (name === 'dbos' ? databaseBytes(db, 'dbos') : folderBytes(join(folder.path, 'restate')));
  return {
    lifecycle: child.runLifecycle,
    disk: async () => ({ rows: await databaseBytes(db), engine: await storeBytes() }),
    stop,
  };
}

function startProcess(name: OtherEngineName) {
  const child = fork(`${import.meta.dirname}/other-engines/${name}.ts`, {
    // DBOS calls the PostgreSQL driver in a deprecated way.
    execArgv: [...process.execArgv, '--disable-warning=DeprecationWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const lifecycles = new Map<number, (taken: number[]) => void>();
  const ready = Promise.withResolvers<void>();
  const failed = Promise.withResolvers<never>();
  child.on('message', (message) => {
    const received = fromEngine.parse(message);
    if (received.type === 'ready') ready.resolve();
    if (received.type === 'completed') lifecycles.get(received.number)?.(received.taken);
    if (received.type === 'failed') failed.reject(new Error(`${name}: ${received.message}`));
  });
  child.on('exit', () => failed.reject(new Error(`${name} ended unexpectedly.`)));
  failed.promise.catch(() => {});
  const send = (message: ToEngine) => child.send(message);
  let count = 0;
  return {
    start: async (order: ToEngine) => {
      send(order);
      await Promise.race([ready.promise, failed.promise]);
    },
    runLifecycle: async (): Promise<number[]> => {
      count += 1;
      const number = count;
      const { promise, resolve } = Promise.withResolvers<number[]>();
      lifecycles.set(number, resolve);
      send({ type: 'run-lifecycle', number });
      const taken = await Promise.race([promise, failed.promise]);
      lifecycles.delete(number);
      return taken;
    },
    stop: async () => {
      send({ type: 'stop' });
      await once(child, 'exit');
    },
  };
}

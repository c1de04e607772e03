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
import { fromRival, type ToRival, type WrittenAct } from './rivals/messages.ts';
import type { DiskUsage, Workload } from './workload.ts';

export const RIVALS = ['dbos', 'restate'] as const;

export type RivalName = (typeof RIVALS)[number];

export interface Rival extends Workload {
  disk(): Promise<DiskUsage>;
  stop(): Promise<void>;
}

/** `acts` are those that Liaise wrote in one life: the rival writes the same. */
export async function startRival(name: RivalName, acts: WrittenAct[]): Promise<Rival> {
  const { atEnd, stop } = cleanupStack();
  const folder = await temporaryFolder(`bench-${name}`);
  atEnd(folder.remove);
  const postgres = await startPostgres({ dataDir: join(folder.path, 'postgres') });
  atEnd(postgres.stop);
  await migrate(postgres.url);
  const db = connectDatabase({ databaseUrl: postgres.url });
  atEnd(() => db.$disconnect());
  const rival = startProcess(name);
  await rival.start({ type: 'start', databaseUrl: postgres.url, folder: folder.path, acts });
  atEnd(rival.stop);
  const engine = () => (name === 'dbos' ? databaseBytes(db, 'dbos') : folderBytes(join(folder.path, 'restate')));
  return {
    lifecycle: rival.live,
    disk: async () => ({ rows: await databaseBytes(db), engine: await engine() }),
    stop,
  };
}

function startProcess(name: RivalName) {
  const child = fork(`${import.meta.dirname}/rivals/${name}.ts`, {
    // Not ours to mend: DBOS asks PostgreSQL in a way that will go.
    execArgv: [...process.execArgv, '--disable-warning=DeprecationWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const lives = new Map<number, (taken: number[]) => void>();
  const ready = Promise.withResolvers<void>();
  const broken = Promise.withResolvers<never>();
  child.on('message', (message) => {
    const said = fromRival.parse(message);
    if (said.type === 'ready') ready.resolve();
    if (said.type === 'lived') lives.get(said.number)?.(said.taken);
    if (said.type === 'failed') broken.reject(new Error(`${name}: ${said.message}`));
  });
  child.on('exit', () => broken.reject(new Error(`${name} ended by itself.`)));
  broken.promise.catch(() => {});
  const say = (message: ToRival) => child.send(message);
  let count = 0;
  return {
    start: async (order: ToRival) => {
      say(order);
      await Promise.race([ready.promise, broken.promise]);
    },
    live: async (): Promise<number[]> => {
      count += 1;
      const number = count;
      const { promise, resolve } = Promise.withResolvers<number[]>();
      lives.set(number, resolve);
      say({ type: 'live', number });
      const taken = await Promise.race([promise, broken.promise]);
      lives.delete(number);
      return taken;
    },
    stop: async () => {
      say({ type: 'stop' });
      await once(child, 'exit');
    },
  };
}

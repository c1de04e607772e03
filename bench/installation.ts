/** An installation as in production: the built worker is a separate process, which can be stopped and killed. */

import { join } from 'node:path';
import { startWorkerProcess, type WorkerProcess } from '../dev/worker.ts';
import { cleanupStack } from './cleanup-stack.ts';
import { type BenchServers, openServers } from './servers.ts';

export interface Installation extends BenchServers {
  /** The worker that runs now. */
  worker: WorkerProcess;
  /** Starts a worker with an empty cache in place of a stopped one. */
  replaceWorker(): Promise<void>;
}

/** The worker that `npm run build` builds. */
const BUILT = join(import.meta.dirname, '../dist/worker/main.js');

export async function openInstallation(progress: (line: string) => void): Promise<Installation> {
  progress('starting an installation');
  const { atEnd, stop } = cleanupStack();
  const servers = await openServers();
  atEnd(servers.stop);
  const start = () => startWorkerProcess(servers.environment, () => {}, [BUILT]);
  const installation: Installation = {
    ...servers,
    worker: await start(),
    replaceWorker: async () => {
      installation.worker = await start();
    },
    stop,
  };
  atEnd(() => installation.worker.stop());
  return installation;
}

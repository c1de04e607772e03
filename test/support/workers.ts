/** Workers in separate processes, as in production, which can be killed and replaced. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installationEnvironment } from '../../dev/installation.ts';
import { startWorkerProcess, type WorkerProcess } from '../../dev/worker.ts';
import type { KeyFile } from '../../domain/keyring.ts';
import type { TemporalAddress } from './addresses.ts';
import { atEnd } from './at-end.ts';
import { testFolder } from './folder.ts';

/** The addresses for a worker. A test can pass those of its gates. */
export interface WorkerAddresses {
  databaseUrl: string;
  temporal: TemporalAddress;
  smtpPort: number;
  keys: KeyFile;
}

/** Starts one more worker with additional environment variables. */
export type StartWorker = (own?: Record<string, string>) => Promise<WorkerProcess>;

export async function workerStarter({ databaseUrl, temporal, smtpPort, keys }: WorkerAddresses): Promise<StartWorker> {
  const keyFile = join(await testFolder(), 'keys.json');
  await writeFile(keyFile, JSON.stringify(keys));
  const environment = installationEnvironment({ databaseUrl, temporal, smtpPort, keyFile });
  return async (own = {}) => {
    const worker = await startWorkerProcess({ ...environment, ...own });
    atEnd(worker.stop);
    return worker;
  };
}

/** Workers in processes of their own, as in production: they can be killed, replaced, and told other things. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installationEnvironment } from '../../dev/installation.ts';
import { startWorkerProcess, type WorkerProcess } from '../../dev/worker.ts';
import type { KeyFile } from '../../domain/keyring.ts';
import { atEnd } from './at-end.ts';
import type { Place } from './engine.ts';
import { testFolder } from './folder.ts';

/** Addresses that a worker is given; they may lead through gates. */
export interface WorkerAddresses {
  databaseUrl: string;
  temporal: Place;
  smtpPort: number;
  keys: KeyFile;
}

/** Starts one more worker, told `own` variables besides. */
export type StartWorker = (own?: Record<string, string>) => Promise<WorkerProcess>;

export async function workersAt({ databaseUrl, temporal, smtpPort, keys }: WorkerAddresses): Promise<StartWorker> {
  const keyFile = join(await testFolder(), 'keys.json');
  await writeFile(keyFile, JSON.stringify(keys));
  const environment = installationEnvironment({ databaseUrl, temporal, smtpPort, keyFile });
  return async (own = {}) => {
    const worker = await startWorkerProcess({ ...environment, ...own });
    atEnd(worker.stop);
    return worker;
  };
}

/** Workers in separate processes, as in production, which can be killed and replaced. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureErasureKey, ensureErasureRegister, installationEnvironment } from '../../dev/installation.ts';
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

/** The variables of the installation: key file and erasure register are in a folder of their own. */
export async function workerEnvironment(addresses: WorkerAddresses): Promise<Record<string, string>> {
  const { databaseUrl, temporal, smtpPort, keys } = addresses;
  const folder = await testFolder();
  const keyFile = join(folder, 'keys.json');
  await writeFile(keyFile, JSON.stringify(keys));
  const erasures = await registerOf(databaseUrl, folder);
  return installationEnvironment({ databaseUrl, temporal, smtpPort, keyFile, erasures });
}

const registers = new Map<string, Promise<Erasures>>();

/** The workers of one database share its register. A gate in front of the database has another URL with the same name. */
function registerOf(databaseUrl: string, folder: string): Promise<Erasures> {
  const { pathname } = new URL(databaseUrl);
  const known = registers.get(pathname) ?? openRegister(databaseUrl, folder);
  registers.set(pathname, known);
  return known;
}

async function openRegister(databaseUrl: string, folder: string): Promise<Erasures> {
  const erasures = await ensureErasureKey(folder);
  await ensureErasureRegister(erasures, databaseUrl);
  return erasures;
}

type Erasures = Awaited<ReturnType<typeof ensureErasureKey>>;

export async function workerStarter(addresses: WorkerAddresses): Promise<StartWorker> {
  const environment = await workerEnvironment(addresses);
  return async (own = {}) => {
    const worker = await startWorkerProcess({ ...environment, ...own });
    atEnd(worker.stop);
    return worker;
  };
}

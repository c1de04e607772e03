/** A worker in a separate process, as in production, with requests to its health and metrics endpoints. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureErasureRegister } from '../../dev/installation.ts';
import { urlAs } from '../../dev/postgres.ts';
import { temporaryFolder } from '../../dev/temporary-folder.ts';
import { startWorkerProcess, type WorkerProcess } from '../../dev/worker.ts';
import { atEnd } from '../support/at-end.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { timeSkippingServer } from '../support/temporal.ts';

export interface ObservedProcess extends TestEngine {
  worker: WorkerProcess;
  /** The environment variables that it was started with. */
  environment: Record<string, string>;
  /** The lines that it has printed so far. */
  lines: string[];
  get(page: '/health' | '/ready' | '/metrics'): Promise<{ status: number; body: string }>;
}

/** Starts one worker for a test file, in `beforeAll`. `more` is added to the variables that every worker needs. */
export async function observedProcess(more: Record<string, string> = {}): Promise<ObservedProcess> {
  const { address } = await timeSkippingServer();
  const test = await connectedEngine({ address, namespace: 'default' });
  const folder = await temporaryFolder('worker');
  atEnd(folder.remove);
  const keyFile = join(folder.path, 'keys.json');
  await writeFile(keyFile, JSON.stringify(test.keys));
  const { erasures } = test;
  await ensureErasureRegister(erasures, test.databaseUrl);
  const environment = {
    LIAISE_DATABASE_URL: test.databaseUrl,
    LIAISE_READER_DATABASE_URL: urlAs(test.databaseUrl, 'liaise_reader'),
    LIAISE_TEMPORAL_ADDRESS: address,
    LIAISE_KEY_FILE: keyFile,
    LIAISE_ERASURE_REGISTER_FILE: erasures.register,
    LIAISE_ERASURE_KEY_FILE: erasures.key,
    LIAISE_PUBLIC_URL: 'https://liaise.example',
    LIAISE_SMTP_HOST: '127.0.0.1',
    LIAISE_SMTP_PORT: String(test.mail.smtpPort),
    LIAISE_SMTP_TLS: 'offered',
    LIAISE_MAIL_FROM: 'Liaise <liaise@hub.example>',
    LIAISE_MAIL_DOMAIN: 'hub.example',
    LIAISE_OBSERVE_PORT: '0',
    // In the evening, quiet hours would hold letters back.
    LIAISE_LETTER_PACING: 'off',
    ...more,
  };
  const lines: string[] = [];
  const worker = await startWorkerProcess(environment, (line) => lines.push(line));
  atEnd(worker.stop);
  const get = async (page: string) => {
    const response = await fetch(`${worker.observe}${page}`);
    return { status: response.status, body: await response.text() };
  };
  return { ...test, worker, environment, lines, get };
}

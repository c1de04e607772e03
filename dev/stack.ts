/** Everything that Liaise runs on, on this machine alone: database, Temporal, mail catcher, worker. */

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newKeyFile } from '../domain/keyring.ts';
import { migrate } from '../prisma/migrate.ts';
import { loadSeed } from '../prisma/seed/load.ts';
import { connectDatabase } from '../prisma/store/connect.ts';
import { hasDirectory, replaceDirectory } from '../prisma/store/directory.ts';
import { type Mail, startMail } from './mail.ts';
import { startPostgres } from './postgres.ts';
import { startTemporal } from './temporal.ts';
import { startWorkerProcess, type WorkerProcess } from './worker.ts';

export interface Ports {
  postgres: number;
  temporal: number;
  temporalUi: number;
  smtp: number;
  inbox: number;
}

export interface StackOptions {
  /** Where all data is kept; made when it is not there. */
  folder: string;
  ports: Ports;
  /** One line a step, as it begins and ends. */
  progress: (line: string) => void;
  /** What the worker prints. */
  workerLog?: (line: string) => void;
}

export interface Stack {
  /** What `liaise` and the worker read; also kept in `stack.json` of the folder. */
  environment: Record<string, string>;
  mail: Mail;
  temporalUi: string;
  worker: WorkerProcess;
  /** A worker in place of one that is gone. */
  replaceWorker(): Promise<WorkerProcess>;
  /** Stops everything, in the reverse order of starting. */
  stop(): Promise<void>;
}

export async function startStack(options: StackOptions): Promise<Stack> {
  const { folder, ports, progress, workerLog = () => {} } = options;
  await mkdir(folder, { recursive: true });
  const closers: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  const step = async <T extends { stop(): Promise<void> }>(name: string, start: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const part = await start();
    closers.push(() => part.stop());
    progress(`${name.padEnd(12)} ready in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return part;
  };
  try {
    const keyFile = await ensureKeyFile(folder);
    const parts = [
      step('PostgreSQL', () => openDatabase(folder, ports.postgres)),
      step('Temporal', () =>
        startTemporal({ dbFile: join(folder, 'temporal.db'), port: ports.temporal, uiPort: ports.temporalUi }),
      ),
      step('Mail', () => startMail({ smtpPort: ports.smtp, httpPort: ports.inbox, dir: join(folder, 'letters') })),
    ] as const;
    // All have come to an end before one that failed stops the rest.
    await Promise.allSettled(parts);
    const [database, temporal, mail] = await Promise.all(parts);
    const environment = environmentOf({ databaseUrl: database.url, temporal: temporal.address, ports, keyFile });
    await writeFile(join(folder, 'stack.json'), `${JSON.stringify(environment, null, 2)}\n`);
    let worker = await step('Worker', () => startWorkerProcess(environment, workerLog));
    return {
      environment,
      mail,
      temporalUi: temporal.uiUrl,
      get worker() {
        return worker;
      },
      replaceWorker: async () => {
        worker = await startWorkerProcess(environment, workerLog);
        closers.push(() => worker.stop());
        return worker;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openDatabase(folder: string, port: number) {
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port });
  try {
    await migrate(postgres.url);
    await seedOnce(postgres.url);
    return postgres;
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function seedOnce(databaseUrl: string): Promise<void> {
  const db = connectDatabase({ databaseUrl });
  try {
    if (await hasDirectory(db)) return;
    const { directory, people } = loadSeed(new Date().toISOString());
    await replaceDirectory(db, directory, people);
  } finally {
    await db.$disconnect();
  }
}

async function ensureKeyFile(folder: string): Promise<string> {
  const path = join(folder, 'keys.json');
  if (!existsSync(path)) {
    const keys = newKeyFile(new Date().toISOString().slice(0, 7));
    await writeFile(path, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  }
  return path;
}

function environmentOf(parts: {
  databaseUrl: string;
  temporal: string;
  ports: Ports;
  keyFile: string;
}): Record<string, string> {
  return {
    LIAISE_DATABASE_URL: parts.databaseUrl,
    LIAISE_TEMPORAL_ADDRESS: parts.temporal,
    LIAISE_KEY_FILE: parts.keyFile,
    LIAISE_LOCAL_IDENTITY: 'allow',
    LIAISE_PUBLIC_URL: 'http://localhost:3000',
    LIAISE_SMTP_HOST: '127.0.0.1',
    LIAISE_SMTP_PORT: String(parts.ports.smtp),
    LIAISE_SMTP_TLS: 'offered',
    LIAISE_MAIL_FROM: 'Liaise <liaise@hub.example>',
    LIAISE_MAIL_DOMAIN: 'hub.example',
  };
}

/** Everything that Liaise runs on, on this machine alone: database, Temporal, mail catcher, sign-in, workers, pages. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureKeyFile, installationEnvironment, openDatabase } from './installation.ts';
import { type Mail, startMail } from './mail.ts';
import { onOwnPorts } from './own-ports.ts';
import { allSettledOrThrow, openParts } from './parts.ts';
import { startSignIn } from './sign-in.ts';
import { startTemporal } from './temporal.ts';
import { startWebProcess } from './web.ts';
import { startWorkerProcess, type WorkerProcess } from './worker.ts';

export type Ports = {
  postgres: number;
  temporal: number;
  temporalUi: number;
  smtp: number;
  inbox: number;
  identity: number;
  web: number;
  /** The port of the worker's health and metrics. */
  worker: number;
};

/** Where `npm start` has them. */
export const PORTS: Ports = {
  postgres: 5439,
  temporal: 7233,
  temporalUi: 8233,
  smtp: 1025,
  inbox: 8025,
  identity: 9080,
  web: 8080,
  worker: 9464,
};

/** The servers inside the process of the stack, and the endpoint of its worker, take any free port. */
const ANY_FREE_PORT = { smtp: 0, inbox: 0, identity: 0, worker: 0 };

export interface StackOptions<Needed = Ports> {
  /** The data folder; created if it is missing. */
  folder: string;
  ports: Needed;
  /** One line a part, when it is ready. */
  progress: (line: string) => void;
  /** What the workers and the server of pages print. */
  workerLog?: (line: string) => void;
}

export interface Stack {
  /** What `liaise` and the workers read. */
  environment: Record<string, string>;
  mail: Mail;
  /** Where the pages are. */
  pages: string;
  /** The one that carries referrals. */
  worker: WorkerProcess;
  /** Starts a worker in place of a stopped one. */
  replaceWorker(): Promise<WorkerProcess>;
  /** Stops everything, in the reverse order of starting. */
  stop(): Promise<void>;
}

/** Which Temporal, and how many workers. */
export interface Topology {
  /** Begins while the database does; a server that keeps its data there waits for it. */
  startTemporal(database: Promise<{ url: string }>): Promise<TemporalServer>;
  /** A process each, the first for referrals; told the stack's variables and its own. */
  workers: [WorkerShare, ...WorkerShare[]];
}

export interface TemporalServer {
  address: string;
  namespace: string;
  stop(): Promise<void>;
}

export interface WorkerShare {
  name: string;
  environment: Record<string, string>;
}

/** Like `startStack`, on ports that nothing else uses. */
export function startStackOnOwnPorts(options: Omit<StackOptions, 'ports'>): Promise<Stack> {
  const { postgres, temporal, temporalUi, web } = PORTS;
  return onOwnPorts({ postgres, temporal, temporalUi, web }, (programs) =>
    startStack({ ...options, ports: { ...programs, ...ANY_FREE_PORT } }),
  );
}

/** With Temporal's development server and one worker for everything. */
export function startStack(options: StackOptions): Promise<Stack> {
  const { folder, ports } = options;
  const dbFile = join(folder, 'temporal.db');
  return openStack(options, {
    startTemporal: async () => {
      const temporal = await startTemporal({ dbFile, ports: { port: ports.temporal, uiPort: ports.temporalUi } });
      return { ...temporal, namespace: 'default' };
    },
    workers: [{ name: 'Worker', environment: { LIAISE_OBSERVE_PORT: String(ports.worker) } }],
  });
}

/** @throws StackFault when a part cannot start; those that had are stopped by then. */
export async function openStack(
  options: StackOptions<Pick<Ports, 'postgres' | 'smtp' | 'inbox' | 'identity' | 'web'>>,
  topology: Topology,
): Promise<Stack> {
  const { folder, ports, progress, workerLog = () => {} } = options;
  await mkdir(folder, { recursive: true });
  const parts = openParts(progress);
  try {
    const keyFile = await ensureKeyFile(folder);
    const opening = parts.open('PostgreSQL', () => openDatabase(join(folder, 'postgres'), ports.postgres));
    const [database, temporal, mail] = await allSettledOrThrow([
      opening,
      parts.open('Temporal', () => topology.startTemporal(opening)),
      parts.open('Mail', () =>
        startMail({ smtpPort: ports.smtp, httpPort: ports.inbox, dir: join(folder, 'letters') }),
      ),
    ]);
    const pages = `http://localhost:${ports.web}`;
    const signIn = await parts.open('Sign-in', () =>
      startSignIn({ folder, port: ports.identity, databaseUrl: database.url, publicUrl: pages }),
    );
    const environment = {
      ...installationEnvironment({
        databaseUrl: database.url,
        temporal,
        smtpPort: mail.smtpPort,
        keyFile,
        publicUrl: pages,
      }),
      ...signIn.environment,
      LIAISE_WEB_PORT: String(ports.web),
    };
    const startWorker = ({ name, environment: own }: WorkerShare) =>
      parts.open(name, () => startWorkerProcess({ ...environment, ...own }, workerLog));
    const [forReferrals, ...others] = topology.workers;
    const pagesOpening = parts.open('Pages', () => startWebProcess(environment, workerLog));
    let [worker] = await allSettledOrThrow([startWorker(forReferrals), ...others.map(startWorker), pagesOpening]);
    return {
      environment,
      mail,
      pages,
      get worker() {
        return worker;
      },
      replaceWorker: async () => {
        worker = await startWorker(forReferrals);
        return worker;
      },
      stop: parts.stop,
    };
  } catch (error) {
    await parts.stop();
    throw error;
  }
}

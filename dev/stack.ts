/** A complete local stack: database, Temporal, mail catcher, sign-in server, audit log, workers and web server. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareAuditLog, startSealer, startWitness } from './audit-log.ts';
import {
  ensureErasureKey,
  ensureErasureRegister,
  installationEnvironment,
  openDatabase,
  splitKeyFile,
} from './installation.ts';
import { writeIpTable } from './ip-table.ts';
import { type MailCatcher, startMailCatcher } from './mail.ts';
import { onOwnPorts } from './own-ports.ts';
import { allSettledOrThrow, openParts } from './parts.ts';
import { urlAs } from './postgres.ts';
import { webEnvironment, workerEnvironment } from './process-environment.ts';
import { startSignIn } from './sign-in.ts';
import { startTemporal } from './temporal.ts';
import { startWebProcess } from './web.ts';
import { startWorkerProcess, type WorkerProcess } from './worker.ts';

/** The ports of the local stack. */
export type Ports = {
  postgres: number;
  temporal: number;
  temporalUi: number;
  smtp: number;
  inbox: number;
  identity: number;
  web: number;
  /** The witness of the audit log. */
  witness: number;
  /** The port of the worker's health and metrics. */
  worker: number;
};

/** The default ports of `npm start`. */
export const PORTS: Ports = {
  postgres: 5439,
  temporal: 7233,
  temporalUi: 8233,
  smtp: 1025,
  inbox: 8025,
  identity: 9080,
  web: 8080,
  witness: 9466,
  worker: 9464,
};

/** The servers inside the process of the stack, and the endpoint of its worker, take any free port. */
const ANY_FREE_PORT = { smtp: 0, inbox: 0, identity: 0, worker: 0 };

export interface StackOptions<Needed = Ports> {
  /** The data folder; created if it is missing. */
  folder: string;
  ports: Needed;
  /** Gets one line for each part that is ready. */
  progress: (line: string) => void;
  /** Gets each line that the processes of Liaise print: workers, web server, sealer and witness. */
  log?: (line: string) => void;
}

/** A running stack. */
export interface Stack {
  /** The environment variables for `liaise`. Worker and web server get a part of them, and their own keys. */
  environment: Record<string, string>;
  mail: MailCatcher;
  /** The URL of the pages. */
  pages: string;
  /** Where the web server answers `/metrics`. */
  pagesObserve: string | undefined;
  /** The worker that processes referrals. */
  worker: WorkerProcess;
  /** Starts a worker in place of a stopped one. */
  replaceWorker(): Promise<WorkerProcess>;
  /** Stops everything, in the reverse order of starting. */
  stop(): Promise<void>;
}

/** The Temporal server and the workers of a stack. */
export interface Topology {
  /** Called while the database starts. A server that stores its data there, or in the same folder, waits for `database`. */
  startTemporal(database: Promise<{ url: string }>): Promise<TemporalServer>;
  /** Folder of `makeCertificates`: PostgreSQL then accepts TLS with client certificates only. */
  certificates?: string;
  /** One process each. The first one processes referrals. Each gets the variables of the stack and its own. */
  workers: [WorkerShare, ...WorkerShare[]];
}

/** A running Temporal server. */
export interface TemporalServer {
  address: string;
  namespace: string;
  /** What clients and workers need to sign in there, as environment variables. */
  environment?: Record<string, string>;
  stop(): Promise<void>;
}

/** One worker of the stack: its name and its own environment variables. */
export interface WorkerShare {
  name: string;
  environment: Record<string, string>;
}

/** Like `startStack`, on ports that nothing else uses. */
export function startStackOnOwnPorts(options: Omit<StackOptions, 'ports'>): Promise<Stack> {
  const { postgres, temporal, temporalUi, web, witness } = PORTS;
  return onOwnPorts({ postgres, temporal, temporalUi, web, witness }, (programs) =>
    startStack({ ...options, ports: { ...programs, ...ANY_FREE_PORT } }),
  );
}

/** Starts a stack with Temporal's development server and one worker. */
export function startStack(options: StackOptions): Promise<Stack> {
  const { folder, ports } = options;
  const dbFile = join(folder, 'temporal.db');
  return openStack(options, {
    startTemporal: async (database) => {
      // PostgreSQL refuses a folder that another stack uses. Temporal would open its file beside that stack.
      await database;
      const temporal = await startTemporal({ dbFile, ports: { port: ports.temporal, uiPort: ports.temporalUi } });
      return { ...temporal, namespace: 'default' };
    },
    workers: [{ name: 'Worker', environment: { LIAISE_OBSERVE_PORT: String(ports.worker) } }],
  });
}

/** Starts a stack with the given topology. @throws StackFault if a part cannot start; all other parts are then stopped. */
export async function openStack(
  options: StackOptions<Pick<Ports, 'postgres' | 'smtp' | 'inbox' | 'identity' | 'web' | 'witness'>>,
  topology: Topology,
): Promise<Stack> {
  const { folder, ports, progress, log = () => {} } = options;
  await mkdir(folder, { recursive: true });
  const parts = openParts(progress);
  try {
    const keys = await splitKeyFile(folder);
    const erasures = await ensureErasureKey(folder);
    const auditLog = await prepareAuditLog(folder, ports.witness);
    const opening = parts.open('PostgreSQL', () =>
      openDatabase(join(folder, 'postgres'), ports.postgres, topology.certificates),
    );
    const [database, temporal, mail] = await allSettledOrThrow([
      opening,
      parts.open('Temporal', () => topology.startTemporal(opening)),
      parts.open('Mail', () =>
        startMailCatcher({ smtpPort: ports.smtp, httpPort: ports.inbox, dir: join(folder, 'letters') }),
      ),
    ]);
    await ensureErasureRegister(erasures, database.url);
    const pages = `http://localhost:${ports.web}`;
    const signIn = await parts.open('Sign-in', () =>
      startSignIn({
        folder,
        port: ports.identity,
        databaseUrl: urlAs(database.url, 'liaise_engine'),
        publicUrl: pages,
      }),
    );
    const environment = {
      ...installationEnvironment({
        databaseUrl: database.url,
        temporal,
        smtpPort: mail.smtpPort,
        keyFile: keys.cli,
        erasures,
        publicUrl: pages,
      }),
      ...temporal.environment,
      ...signIn.environment,
      LIAISE_LOG_POLICY_FILE: auditLog.policy,
      LIAISE_WEB_PORT: String(ports.web),
      LIAISE_IP_DATABASE: await writeIpTable(folder),
    };
    const startWorker = ({ name, environment: own }: WorkerShare) =>
      parts.open(name, () => startWorkerProcess({ ...workerEnvironment(environment, keys.worker), ...own }, log));
    const [forReferrals, ...others] = topology.workers;
    const pagesOpening = parts.open('Pages', () =>
      startWebProcess({ ...webEnvironment(environment, keys.web), LIAISE_OBSERVE_PORT: '0' }, log),
    );
    const sealerEnvironment = { LIAISE_DATABASE_URL: urlAs(database.url, 'liaise_sealer') };
    const logOpening = [
      parts.open('Witness', () => startWitness(auditLog, ports.witness, log)),
      parts.open('Sealer', () => startSealer(auditLog, sealerEnvironment, log)),
    ];
    let [worker] = await allSettledOrThrow([
      startWorker(forReferrals),
      ...others.map(startWorker),
      pagesOpening,
      ...logOpening,
    ]);
    const { observe: pagesObserve } = await pagesOpening;
    return {
      environment,
      mail,
      pages,
      pagesObserve,
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

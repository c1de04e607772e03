/** Whether a worker can do its work now: what `/ready` answers. */

import type { NativeConnection, Worker } from '@temporalio/worker';
import { withTimeout } from '../client/platform/with-timeout.ts';
import type { Database } from '../prisma/store/connect.ts';

export interface Readiness {
  ready: boolean;
  /** Polls its task queues. False as soon as it is told to stop, before anything stops. */
  running: boolean;
  temporal: boolean;
  database: boolean;
}

export interface ReadinessParts {
  /** Aborted when the worker is told to stop. */
  stopping: AbortSignal;
  workers: readonly Worker[];
  connection: NativeConnection;
  db: Database;
}

const PROBE_TIMEOUT_MS = 2_000;

/** Asks Temporal and PostgreSQL. Who stops asks nobody any more. */
export async function readiness({ stopping, workers, connection, db }: ReadinessParts): Promise<Readiness> {
  const running = !stopping.aborted && workers.every((worker) => worker.getState() === 'RUNNING');
  if (!running) return { ready: false, running, temporal: false, database: false };
  const [temporal, database] = await Promise.all([
    answers(connection.workflowService.getSystemInfo({})),
    answers(db.$queryRaw`SELECT 1`),
  ]);
  return { ready: temporal && database, running, temporal, database };
}

function answers(asked: Promise<unknown>): Promise<boolean> {
  return withTimeout(asked, PROBE_TIMEOUT_MS).then(
    () => true,
    () => false,
  );
}

/** Checks whether a worker can process tasks now; the answer of `/ready`. */

import type { NativeConnection, Worker } from '@temporalio/worker';
import { withTimeout } from '../client/platform/with-timeout.ts';
import type { Database } from '../prisma/store/connect.ts';

/** Whether a worker is ready, with the state of each part. */
export interface Readiness {
  ready: boolean;
  /** The worker polls its task queues. False as soon as it starts to stop. */
  running: boolean;
  temporal: boolean;
  database: boolean;
}

/** The parts whose state decides whether a worker is ready. */
export interface ReadinessParts {
  /** Aborted when the worker starts to stop. */
  stopping: AbortSignal;
  workers: readonly Worker[];
  connection: NativeConnection;
  db: Database;
}

const PROBE_TIMEOUT_MS = 2_000;

/** Checks Temporal and PostgreSQL, unless the worker is stopping. */
export async function readiness({ stopping, workers, connection, db }: ReadinessParts): Promise<Readiness> {
  const running = !stopping.aborted && workers.every((worker) => worker.getState() === 'RUNNING');
  if (!running) return { ready: false, running, temporal: false, database: false };
  const [temporal, database] = await Promise.all([
    isAvailable(connection.workflowService.getSystemInfo({})),
    isAvailable(db.$queryRaw`SELECT 1`),
  ]);
  return { ready: temporal && database, running, temporal, database };
}

function isAvailable(probe: Promise<unknown>): Promise<boolean> {
  return withTimeout(probe, PROBE_TIMEOUT_MS).then(
    () => true,
    () => false,
  );
}

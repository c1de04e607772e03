/** Starts a worker in its own process, as in production, so that it can be killed and replaced. */

import { fileURLToPath } from 'node:url';
import { startChild } from './child.ts';
import { StackFault } from './fault.ts';
import { PortTaken, saysPortTaken } from './ports.ts';

/** A running worker. */
export interface WorkerProcess {
  pid: number;
  /** Where it answers `/health`, `/ready` and `/metrics`; undefined without LIAISE_OBSERVE_PORT. */
  observe: string | undefined;
  /** Stops it after its current work. */
  stop(): Promise<void>;
  /** Sends SIGKILL, like a power cut. */
  kill(): Promise<void>;
}

/**
 * The limits of the Dockerfile. By default the heap of each thread, and the memory arena of each thread, grow to several
 * times what a worker with a thousand cached referrals needs.
 */
const MEMORY = ['--max-semi-space-size=4', '--max-old-space-size=512'];
const MEMORY_ENVIRONMENT = { MALLOC_ARENA_MAX: '2' };

const FROM_SOURCE = ['--import', 'tsx', fileURLToPath(import.meta.resolve('../worker/main.ts'))];

/**
 * Starts a worker and waits until it polls. `log` gets each line that it prints. `program` holds the arguments of Node,
 * by default for the worker from source.
 */
export async function startWorkerProcess(
  environment: Record<string, string>,
  log?: (line: string) => void,
  program = FROM_SOURCE,
): Promise<WorkerProcess> {
  const child = await startChild({
    command: process.execPath,
    args: [...MEMORY, ...program],
    env: { ...process.env, ...MEMORY_ENVIRONMENT, ...environment, ...asEngine(environment) },
    stopSignal: 'SIGTERM',
    log,
  });
  const ready = await child.waitForLine(/Worker ready/);
  if (ready === undefined) {
    const { lines } = await child.exited;
    const Fault = saysPortTaken(lines) ? PortTaken : StackFault;
    throw new Fault(`The worker did not start. Its last output: ${lines.slice(-12).join('\n')}`);
  }
  return {
    pid: child.pid,
    observe: observeUrlIn(ready),
    stop: child.stop,
    kill: child.kill,
  };
}

/** A worker signs in to the database with its own role. */
function asEngine({ LIAISE_ENGINE_DATABASE_URL: url }: Record<string, string>): Record<string, string> {
  return url === undefined ? {} : { LIAISE_DATABASE_URL: url };
}

/** Reads the URL from the JSON log line that reports the worker as ready. */
export function observeUrlIn(line: string): string | undefined {
  return /"observe":"([^"]+)"/.exec(line)?.[1];
}

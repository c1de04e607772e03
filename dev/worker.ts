/** A worker in a process of its own, as in production: it can be killed and replaced. */

import { fileURLToPath } from 'node:url';
import { startChild } from './child.ts';
import { StackFault } from './fault.ts';
import { PortTaken, saysPortTaken } from './ports.ts';

export interface WorkerProcess {
  pid: number;
  /** Where it answers `/health`, `/ready` and `/metrics`; undefined without LIAISE_OBSERVE_PORT. */
  observe: string | undefined;
  /** Lets it finish what is under way. */
  stop(): Promise<void>;
  /** As a power cut would. */
  kill(): Promise<void>;
}

/**
 * As in the Dockerfile. Memory is given back early: by default Node lets each thread's heap, and the system each
 * thread's share, grow to several times what a worker with a thousand referrals in its cache holds.
 */
const MEMORY = ['--max-semi-space-size=4', '--max-old-space-size=512'];
const MEMORY_ENVIRONMENT = { MALLOC_ARENA_MAX: '2' };

const FROM_SOURCE = ['--import', 'tsx', fileURLToPath(import.meta.resolve('../worker/main.ts'))];

/**
 * Starts a worker and waits until it polls. `log` gets what it prints; `program` is what Node is to run, where it is
 * not the worker from source.
 */
export async function startWorkerProcess(
  environment: Record<string, string>,
  log?: (line: string) => void,
  program = FROM_SOURCE,
): Promise<WorkerProcess> {
  const child = await startChild({
    command: process.execPath,
    args: [...MEMORY, ...program],
    env: { ...process.env, ...MEMORY_ENVIRONMENT, ...environment },
    stopSignal: 'SIGTERM',
    log,
  });
  const ready = await child.waitForLine(/Worker ready/);
  if (ready === undefined) {
    const { lines } = await child.exited;
    const Fault = saysPortTaken(lines) ? PortTaken : StackFault;
    throw new Fault(`The worker did not start. It said: ${lines.slice(-12).join('\n')}`);
  }
  return {
    pid: child.pid,
    observe: observeUrlIn(ready),
    stop: child.stop,
    kill: async () => {
      process.kill(child.pid, 'SIGKILL');
      await child.exited;
    },
  };
}

/** From the line of its log that says it is ready, which is JSON. */
export function observeUrlIn(line: string): string | undefined {
  return /"observe":"([^"]+)"/.exec(line)?.[1];
}

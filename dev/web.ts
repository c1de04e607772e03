/** Starts the server of pages and API in its own process, as in production. */

import { fileURLToPath } from 'node:url';
import { startChild } from './child.ts';
import { StackFault } from './fault.ts';
import { PortTaken, saysPortTaken } from './ports.ts';
import { observeUrlIn } from './worker.ts';

const FROM_SOURCE = ['--import', 'tsx', fileURLToPath(import.meta.resolve('../client/main.ts'))];

/** A running web server. */
export interface WebProcess {
  /** Where it answers `/health` and `/metrics`; undefined without LIAISE_OBSERVE_PORT. */
  observe: string | undefined;
  stop(): Promise<void>;
}

/**
 * Starts the server and waits until it listens. `log` gets each line that it prints. `program` holds the arguments of Node,
 * by default for the server from source.
 */
export async function startWebProcess(
  environment: Record<string, string>,
  log?: (line: string) => void,
  program = FROM_SOURCE,
): Promise<WebProcess> {
  const child = await startChild({
    command: process.execPath,
    args: program,
    env: { ...process.env, ...environment },
    stopSignal: 'SIGTERM',
    log,
  });
  const ready = await child.waitForLine(/Server ready/);
  if (ready !== undefined) return { observe: observeUrlIn(ready), stop: child.stop };
  const { lines } = await child.exited;
  const Fault = saysPortTaken(lines) ? PortTaken : StackFault;
  throw new Fault(`The server of pages did not start. Its last output: ${lines.slice(-12).join('\n')}`);
}

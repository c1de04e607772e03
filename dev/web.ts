/** The server of pages and API in a process of its own, as in production. */

import { fileURLToPath } from 'node:url';
import { startChild } from './child.ts';
import { StackFault } from './fault.ts';

const FROM_SOURCE = ['--import', 'tsx', fileURLToPath(import.meta.resolve('../client/main.ts'))];

/** Started, and listening. `log` gets what it prints. */
export async function startWebProcess(
  environment: Record<string, string>,
  log?: (line: string) => void,
): Promise<{ stop(): Promise<void> }> {
  const child = await startChild({
    command: process.execPath,
    args: FROM_SOURCE,
    env: { ...process.env, ...environment },
    stopSignal: 'SIGTERM',
    log,
  });
  if (await child.says(/Server ready/)) return { stop: child.stop };
  const { lines } = await child.exited;
  throw new StackFault(`The server of pages did not start. It said: ${lines.slice(-12).join('\n')}`);
}

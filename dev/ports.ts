/** Ports of this machine: whether one is free, and which one is. */

import { once } from 'node:events';
import { createServer } from 'node:net';
import { StackFault } from './fault.ts';

const HOST = '127.0.0.1';

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  return await listenOnce(0);
}

/** @throws StackFault naming `what` needs the port, when something already listens on it. */
export async function assertFree(port: number, what: string): Promise<void> {
  try {
    await listenOnce(port);
  } catch {
    throw busy(port, what);
  }
}

function busy(port: number, what: string): StackFault {
  return new StackFault(
    `${what} needs port ${port}, which is busy: stop what listens there (perhaps another Liaise), or choose another port.`,
  );
}

async function listenOnce(port: number): Promise<number> {
  const server = createServer().listen({ port, host: HOST });
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : port;
}

/** Ports of this machine: whether one is free, and which ones are. */

import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { StackFault } from './fault.ts';

const HOST = '127.0.0.1';

/** Temporal's table of its members has no room for more; most kernels give those above to outgoing connections. */
export const HIGHEST_PORT = 32_767;
const LOWEST_PORT = 10_000;

/** A port that nothing listens on now, and that no outgoing connection is given before somebody does. */
export async function freePort(): Promise<number> {
  return (await freePorts({ only: 0 })).only;
}

/** The names of `usual`, each with a port that nothing listens on now. */
export async function freePorts<Ports extends Record<string, number>>(usual: Ports): Promise<Ports> {
  for (;;) {
    const ports = portsFrom(randomInt(LOWEST_PORT, HIGHEST_PORT - Object.keys(usual).length), usual);
    const all = await Promise.allSettled(Object.values(ports).map(listenOnce));
    if (all.every(({ status }) => status === 'fulfilled')) return ports;
  }
}

/** The names of `usual`, in their order, each with a port, from `base` on. */
export function portsFrom<Ports extends Record<string, number>>(base: number, usual: Ports): Ports {
  return { ...usual, ...Object.fromEntries(Object.keys(usual).map((name, index) => [name, base + index])) };
}

/** @throws StackFault naming `what` needs the port, when something already listens on it. */
export async function assertFree(port: number, what: string): Promise<void> {
  try {
    await listenOnce(port);
  } catch {
    throw new StackFault(
      `${what} needs port ${port}, which is busy: stop what listens there (perhaps another Liaise), or choose another port.`,
    );
  }
}

async function listenOnce(port: number): Promise<void> {
  const server = createServer().listen({ port, host: HOST });
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}

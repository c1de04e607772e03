/** Ports of this machine: checks whether one is free, and listens on it. */

import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { StackFault } from './fault.ts';

/** The address on which all local servers listen. */
export const HOST = '127.0.0.1';

/** Temporal's membership table stores no higher port. Most kernels give the higher ones to outgoing connections. */
export const HIGHEST_PORT = 32_767;

/** A port is in use. A caller that can use any port tries another one. */
export class PortTaken extends StackFault {}

/** What programs print when they cannot bind their port: PostgreSQL, Go, Java, Node and our own processes. */
const BIND_FAILURE = /address already in use|EADDRINUSE|failed to bind|port \d+ of \S+ cannot be opened/i;

/** Whether the output of a program that did not start says that its port is in use. */
export function saysPortTaken(lines: readonly string[]): boolean {
  return lines.some((line) => BIND_FAILURE.test(line));
}

/** The names of `usual`, in their order, each with a port, from `base` on. */
export function portsFrom<Ports extends Record<string, number>>(base: number, usual: Ports): Ports {
  return { ...usual, ...Object.fromEntries(Object.keys(usual).map((name, index) => [name, base + index])) };
}

/** @throws PortTaken if something already listens on the port; `what` names the program that needs it. */
export async function assertPortFree(port: number, what: string): Promise<void> {
  const server = createServer();
  await listenOn(server, port, what);
  server.close();
  await once(server, 'close');
}

/**
 * Starts a server of this process on the port, or on any free port for 0. Returns the port.
 * @throws PortTaken if something already listens on the port; `what` names the server that needs it.
 */
export async function listenOn(server: Server, port: number, what: string): Promise<number> {
  try {
    await once(server.listen({ port, host: HOST }), 'listening');
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error;
    throw new PortTaken(
      `${what} needs port ${port}, which is busy: stop what listens there (perhaps another Liaise), or choose another port.`,
    );
  }
  return portOf(server);
}

/** The port of a server that listens. */
function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server does not listen on a port.');
  return address.port;
}

/** Ports that are reserved for this process and the programs that it starts. No two processes get the same port. */

import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { StackFault } from './fault.ts';
import { assertPortFree, HIGHEST_PORT, listenOn, PortTaken } from './ports.ts';

/** A range below the ports of outgoing connections, and above those of well-known servers. */
const LOWEST_PORT = 10_000;
const RANGE_SIZE = 64;
const RANGES = Math.floor((HIGHEST_PORT + 1 - LOWEST_PORT) / RANGE_SIZE);

/** Number of attempts. If other programs take the port each time, there is another cause. */
const MOST_ATTEMPTS = 20;

/** Ports of the claimed range that were not given out yet. */
const remaining: number[] = [];

/**
 * Starts programs on ports of this process, under the names of `usual`. If another program takes one of the ports
 * before the start is complete, `start` is called again with other ports.
 * @param start throws PortTaken if a port is in use.
 */
export async function onOwnPorts<Ports extends Record<string, number>, T>(
  usual: Ports,
  start: (ports: Ports) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(await ownPorts(usual));
    } catch (error) {
      if (!(error instanceof PortTaken) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

/** A port of this process that nothing listens on. It is given out once. */
export async function ownPort(): Promise<number> {
  for (;;) {
    const port = remaining.shift();
    if (port === undefined) remaining.push(...(await claimRange()));
    else if (await isFree(port)) return port;
  }
}

async function ownPorts<Ports extends Record<string, number>>(usual: Ports): Promise<Ports> {
  const ports: Record<string, number> = {};
  for (const name of Object.keys(usual)) ports[name] = await ownPort();
  return { ...usual, ...ports };
}

/**
 * The first port of a range is its lock: this process listens on it until it ends.
 * @throws StackFault if other processes have claimed every range.
 */
async function claimRange(): Promise<number[]> {
  const first = randomInt(RANGES);
  for (let tried = 0; tried < RANGES; tried += 1) {
    const lock = LOWEST_PORT + ((first + tried) % RANGES) * RANGE_SIZE;
    if (await hold(lock)) return Array.from({ length: RANGE_SIZE - 1 }, (_, index) => lock + 1 + index);
  }
  throw new StackFault('Every range of ports is claimed by a running test or stack: stop some of them.');
}

async function hold(port: number): Promise<boolean> {
  const server = createServer((socket) => socket.destroy());
  // The lock alone does not keep the process alive.
  server.unref();
  return await succeeds(listenOn(server, port, 'The lock of a port range'));
}

async function isFree(port: number): Promise<boolean> {
  return await succeeds(assertPortFree(port, 'A program'));
}

/** @throws any error but PortTaken: another port would fail as well. */
async function succeeds(attempt: Promise<unknown>): Promise<boolean> {
  try {
    await attempt;
    return true;
  } catch (error) {
    if (error instanceof PortTaken) return false;
    throw error;
  }
}

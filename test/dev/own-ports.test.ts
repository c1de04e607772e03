/** Each process has its own range of ports. A port that another program takes before its use is replaced. */

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, inject, test } from 'vitest';
import { onOwnPorts, ownPort } from '../../dev/own-ports.ts';
import { HIGHEST_PORT, listenOn, PortTaken, saysPortTaken } from '../../dev/ports.ts';
import { startPostgres } from '../../dev/postgres.ts';
import { startTemporal } from '../../dev/temporal.ts';
import { atEnd } from '../support/at-end.ts';
import { testFolder } from '../support/folder.ts';
import { startTimeSkippingServer } from '../support/time-skipping-server.ts';

/** Another program that listens on the port until the end of the test. */
async function take(port: number): Promise<void> {
  const server = createServer();
  await listenOn(server, port, 'Another program');
  atEnd(async () => void server.close());
}

/** Takes the port that this process would choose next. After the last port of a range comes one of another process. */
async function takeNextPort(): Promise<number> {
  const next = (await ownPort()) + 1;
  try {
    await take(next);
    return next;
  } catch (error) {
    if (error instanceof PortTaken) return await takeNextPort();
    throw error;
  }
}

/** Runs `start` on ports of which the first choice is taken before the start; returns the choices in order. */
async function choicesWithFirstTaken(start: (port: number) => Promise<{ stop(): Promise<void> }>): Promise<number[]> {
  const choices: number[] = [];
  const program = await onOwnPorts({ port: 0 }, async ({ port }) => {
    choices.push(port);
    if (choices.length === 1) await take(port);
    return start(port);
  });
  await program.stop();
  return choices;
}

/** The first port of a separate process, which keeps its range until the end of the test. */
async function portOfAnotherProcess(): Promise<number> {
  const module = JSON.stringify(new URL('../../dev/own-ports.ts', import.meta.url).href);
  const program = `import { ownPort } from ${module}; console.log(await ownPort()); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  atEnd(async () => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return Number((await lines.next()).value);
}

test('each port is assigned once, and lies below the range of outgoing connections', async () => {
  const ports = await Promise.all(Array.from({ length: 200 }, ownPort));
  expect(new Set(ports).size).toBe(200);
  for (const port of ports) expect(port).toBeLessThanOrEqual(HIGHEST_PORT);
});

test('two processes take ports from different ranges', async () => {
  const [own, ...others] = await Promise.all([ownPort(), portOfAnotherProcess(), portOfAnotherProcess()]);
  const ranges = [own, ...others].map((port) => Math.floor((port - 10_000) / 64));
  expect(new Set(ranges).size).toBe(3);
});

test('a start that fails for another reason is not repeated', async () => {
  let starts = 0;
  const failing = onOwnPorts({ port: 0 }, () => {
    starts += 1;
    return Promise.reject(new Error('The disk is full.'));
  });
  await expect(failing).rejects.toThrow('The disk is full.');
  expect(starts).toBe(1);
});

test('a port that stays taken is an error after several attempts', async () => {
  const failing = onOwnPorts({ port: 0 }, () => Promise.reject(new PortTaken('Always taken.')));
  await expect(failing).rejects.toThrow('Always taken.');
});

describe('a port that is taken between its choice and its use is replaced', () => {
  test('for PostgreSQL', async () => {
    const dataDir = join(await testFolder(), 'postgres');
    expect(await choicesWithFirstTaken((port) => startPostgres({ dataDir, port, throwaway: true }))).toHaveLength(2);
  });

  test.each(['port', 'uiPort'] as const)('for the %s of Temporal', async (name) => {
    const dbFile = join(await testFolder(), 'temporal.db');
    const start = async (port: number) =>
      startTemporal({ dbFile, ports: { port: await ownPort(), uiPort: await ownPort(), [name]: port } });
    expect(await choicesWithFirstTaken(start)).toHaveLength(2);
  });

  test('for the server that skips time', async () => {
    const taken = await takeNextPort();
    const { address } = await startTimeSkippingServer(inject('testServer'));
    expect(address).not.toContain(`:${taken}`);
  });
});

test.each([
  ['PostgreSQL', '2026-11-29 20:00:00 UTC LOG:  could not bind IPv4 address "127.0.0.1": Address already in use'],
  ['Temporal', "Error: can't set UI port 46667: listen tcp 127.0.0.1:46667: bind: address already in use"],
  ['the test server', 'java.io.IOException: Failed to bind to address 0.0.0.0/0.0.0.0:38515'],
  ['the server of pages', 'Error: listen EADDRINUSE: address already in use :::8080'],
  ['a worker', 'LIAISE_OBSERVE_PORT: port 9464 of 127.0.0.1 cannot be opened; perhaps it is busy.'],
])('the output of %s says that its port is in use', (_, line) => {
  expect(saysPortTaken(['started', line])).toBe(true);
});

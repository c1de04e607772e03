/** Temporal's development server on this machine, with its web interface. Its data stays in a file. */

import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Connection } from '@temporalio/client';
import { type Child, startChild } from './child.ts';
import { StackFault } from './fault.ts';
import { onOwnPorts } from './own-ports.ts';
import { assertPortFree, PortTaken, saysPortTaken } from './ports.ts';
import { temporalBinary } from './temporal-programs.ts';

/** The ports of the server and of its web interface. */
export type TemporalPorts = { port: number; uiPort: number };

export interface TemporalOptions {
  dbFile: string;
  /** By default ports of this process. */
  ports?: TemporalPorts | undefined;
  /** Dynamic configuration of the server, by name. */
  settings?: Readonly<Record<string, string | number | boolean>>;
  /** Gets each line that the server prints. */
  log?: (line: string) => void;
}

/** A running Temporal development server. */
export interface Temporal {
  /** The address for clients and workers. The namespace is `default`. */
  address: string;
  uiUrl: string;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const NAMESPACE = 'default';

/** @throws StackFault if a port is in use, if the program cannot be found, or if it cannot use the file. */
export async function startTemporal({ ports, ...options }: TemporalOptions): Promise<Temporal> {
  const start = (chosen: TemporalPorts) => startOn(chosen, options);
  return ports === undefined ? await onOwnPorts({ port: 0, uiPort: 0 }, start) : await start(ports);
}

async function startOn(ports: TemporalPorts, options: Omit<TemporalOptions, 'ports'>): Promise<Temporal> {
  const { dbFile, log } = options;
  const { port, uiPort } = ports;
  const command = await temporalBinary();
  await assertPortFree(port, 'Temporal');
  await assertPortFree(uiPort, "Temporal's web interface");
  await mkdir(dirname(dbFile), { recursive: true });
  const server = await startChild({ command, args: argumentsFor(ports, options), stopSignal: 'SIGTERM', log });
  const address = `${HOST}:${port}`;
  try {
    await untilAnswering(server, address, dbFile);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { address, uiUrl: `http://${HOST}:${uiPort}`, stop: server.stop };
}

function argumentsFor({ port, uiPort }: TemporalPorts, { dbFile, settings = {} }: TemporalOptions): string[] {
  const all = { 'frontend.WorkflowTimeSkippingEnabled': true, ...settings };
  return [
    ...['server', 'start-dev', '--ip', HOST, '--port', String(port), '--ui-port', String(uiPort)],
    ...['--db-filename', dbFile, '--namespace', NAMESPACE, '--log-level', 'error'],
    ...Object.entries(all).flatMap(([name, value]) => ['--dynamic-config-value', `${name}=${value}`]),
  ];
}

/** The line of its output with its address is printed when the namespace exists, but perhaps before the server answers. */
async function untilAnswering(server: Child, address: string, dbFile: string): Promise<void> {
  if (!(await server.waitForLine(/^Temporal Server:/))) throw await cannotStart(server, dbFile);
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.describeNamespace({ namespace: NAMESPACE });
  } finally {
    await connection.close();
  }
}

async function cannotStart(server: Child, dbFile: string): Promise<StackFault> {
  const { lines } = await server.exited;
  if (saysPortTaken(lines))
    return new PortTaken(`Another program took a port of Temporal (${lines.at(-1)}): start again.`);
  return new StackFault(
    `Temporal cannot start from ${dbFile} (${lines.at(-1) ?? 'it said nothing'}): ` +
      'move that file away or start with --fresh, which begins with an empty one.',
  );
}

/** Temporal's full server with its data in PostgreSQL and all four services in one process, as in docker-compose.yml. */

import { writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { Connection, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { type Child, startChild } from '../child.ts';
import { StackFault } from '../fault.ts';
import { assertPortFree, PortTaken, saysPortTaken } from '../ports.ts';
import type { TemporalServer } from '../stack.ts';
import type { ServerPrograms } from './server-programs.ts';
import { prepareTemporalDatabases, TEMPORAL_ROLE } from './temporal-databases.ts';
import { clientVariables, connectionWith, serverArguments, serverVariables } from './temporal-tls.ts';

export interface TemporalServerOptions {
  programs: ServerPrograms;
  /** The URL of the database of Liaise. Temporal's two databases are on the same server. */
  databaseUrl: string;
  /** The path of the file for its dynamic configuration, which the server reads again regularly. */
  settingsFile: string;
  /** Folder of `makeCertificates`: mutual TLS, and the authoriser that reads tokens. */
  certificates?: string;
  ports: TemporalServerPorts;
  namespace?: string;
  /** Gets each line that the server prints. */
  log?: (line: string) => void;
}

/** Clients use `temporal`. The membership table of the server stores no port above 32767. */
export type TemporalServerPorts = {
  temporal: number;
  temporalHttp: number;
  frontendMembers: number;
  history: number;
  historyMembers: number;
  matching: number;
  matchingMembers: number;
  upkeep: number;
  upkeepMembers: number;
  internalFrontend: number;
  internalFrontendMembers: number;
};

const HOST = '127.0.0.1';

/** Retention of closed workflows. Within this time Temporal can restore entries that a restored backup lacks. */
const RETENTION_MS = 72 * 3_600_000;

/** Starts the server. @throws StackFault if a port is in use, or the server does not start. */
export async function startTemporalServer(options: TemporalServerOptions): Promise<TemporalServer> {
  const { programs, databaseUrl, settingsFile, certificates, ports, namespace = 'liaise', log } = options;
  const portVariables = variablesOf(ports);
  for (const port of Object.values(portVariables)) await assertPortFree(Number(port), "Temporal's server");
  await prepareTemporalDatabases(programs.sqlTool, databaseUrl, certificates);
  await writeFile(settingsFile, `${JSON.stringify(DYNAMIC_SETTINGS, null, 2)}\n`);
  const child = await startChild({
    command: programs.server,
    args: serverArguments(certificates),
    // The complete environment: variables of the parent process are not inherited.
    env: { ...settings(options), ...portVariables },
    stopSignal: 'SIGTERM',
    log,
  });
  // A certificate is checked against a name: addresses are not sent by TLS (RFC 6066, section 3).
  const address = `${certificates === undefined ? HOST : 'localhost'}:${ports.temporal}`;
  const connection = Connection.lazy({
    ...{ address, connectTimeout: '60 seconds', channelArgs: RECONNECT_QUICKLY },
    ...(await connectionWith(certificates, 'operator')),
  });
  try {
    await Promise.race([ensureNamespace(connection, namespace), failure(child)]);
  } catch (error) {
    await child.stop();
    throw error;
  } finally {
    await connection.close();
  }
  const environment = certificates === undefined ? {} : clientVariables(certificates);
  return { address, namespace, environment, stop: child.stop };
}

/** Several attempts per second, because the server starts in less than one. */
const RECONNECT_QUICKLY = { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': 300 };

/** Time skipping for the demo, which production does not permit. JSON is valid YAML. */
const DYNAMIC_SETTINGS = { 'frontend.WorkflowTimeSkippingEnabled': [{ value: true }] };

function settings({ databaseUrl, settingsFile, certificates }: TemporalServerOptions): Record<string, string> {
  const postgres = new URL(databaseUrl);
  return {
    DB: 'postgres12',
    POSTGRES_SEEDS: postgres.hostname,
    DB_PORT: postgres.port,
    POSTGRES_USER: TEMPORAL_ROLE,
    BIND_ON_IP: HOST,
    NUM_HISTORY_SHARDS: '128',
    DYNAMIC_CONFIG_FILE_PATH: settingsFile,
    ...(certificates === undefined ? { TEMPORAL_ALLOW_NO_AUTH: 'true' } : serverVariables(certificates)),
    LOG_LEVEL: 'warn',
  };
}

function variablesOf(ports: TemporalServerPorts): Record<string, string> {
  return {
    FRONTEND_GRPC_PORT: String(ports.temporal),
    FRONTEND_HTTP_PORT: String(ports.temporalHttp),
    FRONTEND_MEMBERSHIP_PORT: String(ports.frontendMembers),
    HISTORY_GRPC_PORT: String(ports.history),
    HISTORY_MEMBERSHIP_PORT: String(ports.historyMembers),
    MATCHING_GRPC_PORT: String(ports.matching),
    MATCHING_MEMBERSHIP_PORT: String(ports.matchingMembers),
    WORKER_GRPC_PORT: String(ports.upkeep),
    WORKER_MEMBERSHIP_PORT: String(ports.upkeepMembers),
    INTERNAL_FRONTEND_GRPC_PORT: String(ports.internalFrontend),
    INTERNAL_FRONTEND_MEMBERSHIP_PORT: String(ports.internalFrontendMembers),
  };
}

/** Creates the namespace if it is missing, and waits until all services can use it. */
async function ensureNamespace(connection: Connection, namespace: string): Promise<void> {
  await connection.ensureConnected();
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs(RETENTION_MS),
    });
  } catch (error) {
    if (!isGrpcServiceError(error) || error.code !== ALREADY_EXISTS) throw error;
  }
  await waitUntilKnown(connection, namespace);
}

/** Waits until workflows can be listed. The service for lists reloads namespaces every few seconds. */
async function waitUntilKnown(connection: Connection, namespace: string): Promise<void> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  for (;;) {
    try {
      await connection.workflowService.listWorkflowExecutions({ namespace, pageSize: 1 });
      return;
    } catch (error) {
      if (!isGrpcServiceError(error) || error.code !== NOT_FOUND || timeout.aborted) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
}

const TIMEOUT_MS = 60_000;
const PAUSE_MS = 100;
const [NOT_FOUND, ALREADY_EXISTS] = [5, 6];

async function failure(server: Child): Promise<never> {
  const { lines } = await server.exited;
  if (saysPortTaken(lines)) throw new PortTaken("Another program took a port of Temporal's server: start again.");
  const fatal = lines.findLast((line) => /"level":"fatal"|Unable to/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  throw new StackFault(
    `Temporal's server cannot start on its databases (${messageOf(fatal)}): ` +
      'move the data folder away or start with --fresh, which begins with an empty one.',
  );
}

/** The message in a line of its log, without time and source. */
function messageOf(line: string): string {
  try {
    const { msg, error } = JSON.parse(line);
    return [msg, error].filter(Boolean).join(': ');
  } catch {
    return line;
  }
}

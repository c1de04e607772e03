/** A PostgreSQL server on this machine without an installation. Its data stays in a folder between starts. */

import { dirname, join, resolve } from 'node:path';
import { Client } from 'pg';
import { type Child, startChild } from './child.ts';
import { StackFault } from './fault.ts';
import { onOwnPorts } from './own-ports.ts';
import { assertPortFree, PortTaken, saysPortTaken } from './ports.ts';
import { prepareFolder } from './postgres-folder.ts';
import { postgresOwner } from './postgres-owner.ts';
import { postgresPrograms } from './postgres-programs.ts';

export interface PostgresOptions {
  dataDir: string;
  /** By default a port of this process. */
  port?: number | undefined;
  /** Gets each line that the server prints. */
  log?: (line: string) => void;
  /** Folder of `makeCertificates`. Then only TLS with a client certificate is accepted. */
  certificates?: string | undefined;
  /** For tests: much faster, but a power cut loses the data. */
  throwaway?: boolean;
}

/** A running PostgreSQL server. */
export interface Postgres {
  /** The URL of the database `liaise` for the administrator of this server. No process of Liaise uses it. */
  url: string;
  stop(): Promise<void>;
}

const DATABASE = 'liaise';

/** A stack that also stores Temporal's tables here needs nearly a hundred connections, which is the default limit. */
const ALWAYS = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200' };
const THROWAWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
};

/** The same database for another role. Without certificates, the server trusts every login of this machine. */
export function urlAs(url: string, role: string): string {
  const other = new URL(url);
  other.username = role;
  const certificate = other.searchParams.get('sslcert');
  if (certificate !== null) presentCertificate(other, dirname(certificate), role);
  return other.href;
}

function presentCertificate(url: URL, folder: string, role: string): void {
  const files = { sslrootcert: 'ca.pem', sslcert: `${role}.pem`, sslkey: `${role}-key.pem` };
  url.searchParams.set('sslmode', 'verify-full');
  for (const [name, file] of Object.entries(files)) url.searchParams.set(name, join(folder, file));
}

/** @throws StackFault if the port is in use, or if PostgreSQL cannot use the folder. */
export async function startPostgres({ port, ...options }: PostgresOptions): Promise<Postgres> {
  if (port === undefined) return await onOwnPorts({ port: 0 }, (own) => startOn(own.port, options));
  return await startOn(port, options);
}

async function startOn(port: number, options: Omit<PostgresOptions, 'port'>): Promise<Postgres> {
  const { dataDir, log, certificates, throwaway = false } = options;
  const { initdb, postgres } = await postgresPrograms();
  const owner = postgresOwner();
  await assertPortFree(port, 'PostgreSQL');
  await prepareFolder({ dataDir, initdb, owner, throwaway });
  const server = await startChild({
    command: postgres,
    args: [
      '-D',
      dataDir,
      '-p',
      String(port),
      ...settings({ ...ALWAYS, ...(throwaway && THROWAWAY), ...tlsSettings(certificates) }),
    ],
    // A fast shutdown: it ends sessions and keeps committed data.
    stopSignal: 'SIGINT',
    log,
    ...owner,
  });
  try {
    await untilReady(server, dataDir);
    const url = (database: string) => {
      const plain = new URL(`postgresql://liaise@127.0.0.1:${port}/${database}`);
      if (certificates !== undefined) presentCertificate(plain, certificates, plain.username);
      return plain.href;
    };
    await ensureDatabase(url('postgres'));
    return { url: url(DATABASE), stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function tlsSettings(certificates: string | undefined): Record<string, string> {
  if (certificates === undefined) return {};
  const path = (name: string) => resolve(certificates, name);
  return {
    ssl: 'on',
    ssl_ca_file: path('ca.pem'),
    ssl_cert_file: path('postgres.pem'),
    ssl_key_file: path('postgres-key.pem'),
    hba_file: path('pg_hba.conf'),
  };
}

function settings(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function untilReady(server: Child, dataDir: string): Promise<void> {
  if (await server.waitForLine(/ready to accept connections/)) return;
  const { lines } = await server.exited;
  if (saysPortTaken(lines)) throw new PortTaken(`Another program took the port of PostgreSQL: start again.`);
  const fatal = lines.findLast((line) => /FATAL|PANIC|could not/.test(line)) ?? lines.at(-1) ?? '';
  throw new StackFault(
    `PostgreSQL cannot start from ${dataDir} (${fatal.replace(/^.*?: +/, '')}): ` +
      'move that folder away or start with --fresh, which begins with an empty one.',
  );
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

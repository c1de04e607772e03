/** Creates the two databases of Temporal, and their tables with Temporal's schema tool. */

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { StackFault } from '../fault.ts';

/** The role of Temporal. As in docker-compose.yml, it has no access to the database of Liaise on the same server. */
export const TEMPORAL_ROLE = 'temporal';

const SCHEMAS = {
  temporal: 'postgresql/v12/temporal',
  temporal_visibility: 'postgresql/v12/visibility',
};

/**
 * `postgresUrl` is the URL of the database of Liaise. Can be repeated: existing data stays, and older tables are updated.
 * @throws StackFault if the tables cannot be created.
 */
export async function prepareTemporalDatabases(
  sqlTool: string,
  postgresUrl: string,
  certificates?: string,
): Promise<void> {
  await separate(postgresUrl);
  const { hostname, port } = new URL(postgresUrl);
  const tls = certificates === undefined ? [] : tlsFlags(certificates);
  for (const [database, schema] of Object.entries(SCHEMAS)) {
    const connection = ['--plugin', 'postgres12', '--endpoint', hostname, '--port', port, '--user', TEMPORAL_ROLE];
    const tool = (...words: string[]) => run(sqlTool, [...connection, ...tls, '--database', database, ...words]);
    await tool('create-database');
    await tool('setup-schema', '--version', '0.0');
    await tool('update-schema', '--schema-name', schema);
  }
}

function tlsFlags(certificates: string): string[] {
  const file = (name: string) => join(certificates, name);
  return [
    ...['--tls', '--tls-ca-file', file('ca.pem'), '--tls-cert-file', file(`${TEMPORAL_ROLE}.pem`)],
    ...['--tls-key-file', file(`${TEMPORAL_ROLE}-key.pem`), '--tls-server-name', 'localhost'],
  ];
}

async function separate(postgresUrl: string): Promise<void> {
  const client = new Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [TEMPORAL_ROLE]);
    if (rowCount === 0) await client.query(`CREATE ROLE ${TEMPORAL_ROLE} LOGIN CREATEDB`);
    await client.query('REVOKE CONNECT ON DATABASE liaise FROM PUBLIC');
  } finally {
    await client.end();
  }
}

async function run(sqlTool: string, args: string[]): Promise<void> {
  try {
    await promisify(execFile)(sqlTool, args);
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? `${error.stdout}` : '';
    throw new StackFault(
      `Temporal's tables cannot be created. Its schema tool printed: ${output.trim().split('\n').at(-1)}`,
    );
  }
}

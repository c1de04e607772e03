/** Temporal's own two databases, with their tables as its own tool makes them. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { StackFault } from '../fault.ts';

/** Whom Temporal connects as; as in docker-compose.yml it shares a server with Liaise and nothing else. */
export const TEMPORAL_ROLE = 'temporal';

const SCHEMAS = {
  temporal: 'postgresql/v12/temporal',
  temporal_visibility: 'postgresql/v12/visibility',
};

/**
 * `postgresUrl` is that of Liaise's own database. Repeating it leaves what is there, and brings older tables up to date.
 * @throws StackFault when the tables cannot be made.
 */
export async function prepareTemporalDatabases(sqlTool: string, postgresUrl: string): Promise<void> {
  await separate(postgresUrl);
  const { hostname, port } = new URL(postgresUrl);
  for (const [database, schema] of Object.entries(SCHEMAS)) {
    const connection = ['--plugin', 'postgres12', '--endpoint', hostname, '--port', port, '--user', TEMPORAL_ROLE];
    const tool = (...words: string[]) => run(sqlTool, [...connection, '--database', database, ...words]);
    await tool('create-database');
    await tool('setup-schema', '--version', '0.0');
    await tool('update-schema', '--schema-name', schema);
  }
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
    const said = error instanceof Error && 'stdout' in error ? `${error.stdout}` : '';
    throw new StackFault(`Temporal's tables cannot be made: its tool said: ${said.trim().split('\n').at(-1)}`);
  }
}

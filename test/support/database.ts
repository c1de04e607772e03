/** A separate real database for each test: a clone of the migrated template, dropped at the end. */

import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { connectDatabase, type Database } from '../../prisma/store/connect.ts';
import { atEnd } from './at-end.ts';

export interface TestDatabase {
  url: string;
  db: Database;
}

/** Creates a migrated database without rows. In `beforeAll` it lasts until the end of the file. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = new URL(inject('templateUrl')).pathname.slice(1);
  const url = await createDatabase(template);
  const db = connectDatabase({ databaseUrl: url, connections: 4 });
  atEnd(() => db.$disconnect());
  return { url, db };
}

/** The same database for another role: the server trusts every local login. */
export function urlAs(url: string, role: string): string {
  const other = new URL(url);
  other.username = role;
  return other.href;
}

/** Creates a database without migrations, and returns its URL. */
export async function emptyDatabase(): Promise<string> {
  return await createDatabase('template1');
}

async function createDatabase(template: string): Promise<string> {
  const server = new URL(inject('templateUrl'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  atEnd(() => administer(server, `DROP DATABASE ${name} WITH (FORCE)`));
  return at(server, name);
}

async function administer(server: URL, statement: string): Promise<void> {
  const client = new Client({ connectionString: at(server, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function at(server: URL, database: string): string {
  const url = new URL(server);
  url.pathname = database;
  return url.href;
}

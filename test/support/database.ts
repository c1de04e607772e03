/** Each test gets a real database of its own: a clone of the migrated template, dropped at its end. */

import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { connectDatabase, type Database } from '../../prisma/store/connect.ts';
import { atEnd } from './at-end.ts';

export interface TestDatabase {
  url: string;
  db: Database;
}

/** A migrated, empty database; called in `beforeAll`, it lasts as long as the file. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = new URL(inject('templateUrl'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(template, `CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
  const url = at(template, name);
  const db = connectDatabase({ databaseUrl: url, connections: 4 });
  atEnd(async () => {
    await db.$disconnect();
    await administer(template, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  return { url, db };
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

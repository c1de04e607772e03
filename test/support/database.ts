/** A separate real database for each test: a clone of the migrated template, dropped at the end. */

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import { startPostgres, urlAs } from '../../dev/postgres.ts';
import { migrate } from '../../prisma/migrate.ts';
import { connectDatabase, type Database } from '../../prisma/store/connect.ts';
import { atEnd } from './at-end.ts';
import { testFolder } from './folder.ts';

export interface TestDatabase {
  /** As the role of the workers. */
  url: string;
  /** As the role of migrations, which may write every row: for what a test prepares, damages and compares. */
  db: Database;
  /** As the role of pages, API and commands that act for a person. */
  pages: Database;
  /** As the role of migrations, for rows that no process writes, and for damage. */
  owner: Database;
  /** As the administrator of the server, for what no role of Liaise may do. */
  adminUrl: string;
}

/** Creates a migrated database without rows. In `beforeAll` it lasts until the end of the file. */
export async function testDatabase(templateUrl = inject('templateUrl')): Promise<TestDatabase> {
  const template = new URL(templateUrl).pathname.slice(1);
  return openTestDatabase(await createDatabase(template, templateUrl));
}

/** Connects to a migrated database with the roles of Liaise. */
export function openTestDatabase(adminUrl: string): TestDatabase {
  const url = urlAs(adminUrl, 'liaise_engine');
  const db = connectAs(url, 'liaise_owner');
  return { url, adminUrl, db, pages: connectAs(url, 'liaise_pages'), owner: db };
}

/** Connects with another role. The connections are closed at the end of the test or file. */
export function connectAs(url: string, role: string): Database {
  const db = connectDatabase({ databaseUrl: urlAs(url, role), byAgency: role === 'liaise_pages', connections: 4 });
  atEnd(() => db.$disconnect());
  return db;
}

/**
 * A migrated database on a server of this file alone, as template for `testDatabase`. Transactions of other tests, and those
 * of autovacuum, hold up what waits until all earlier transactions of the server have ended.
 */
export async function separateTemplate(): Promise<string> {
  const folder = await testFolder();
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), throwaway: true });
  atEnd(() => postgres.stop());
  await migrate(postgres.url);
  const server = new URL(postgres.url);
  await administer(server, 'ALTER SYSTEM SET autovacuum = off');
  await administer(server, 'SELECT pg_reload_conf()');
  return postgres.url;
}

/** Creates a database without migrations, and returns its URL for the administrator. */
export async function emptyDatabase(): Promise<string> {
  return await createDatabase('template1');
}

async function createDatabase(template: string, of = inject('templateUrl')): Promise<string> {
  const server = new URL(of);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const owner = template === 'template1' ? '' : 'OWNER liaise_owner';
  // Takes half as long as the default, which writes every page to the transaction log.
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy ${owner}`);
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

/** Makes a backup of a test's database, and restores it while everything else runs. */

import { Client } from 'pg';
import { atEnd } from '../support/at-end.ts';
import type { TestEngine } from '../support/engine.ts';

export interface Backup {
  /** Replaces the database with the backup. Later changes are lost. */
  restore(): Promise<void>;
}

type BackupSource = Pick<TestEngine, 'db' | 'pages' | 'owner' | 'adminUrl'>;

/** PostgreSQL copies the whole database at one moment, like `pg_dump`. The worker's connections are closed. */
export async function takeBackup(liaise: BackupSource): Promise<Backup> {
  const live = new URL(liaise.adminUrl).pathname.slice(1);
  const copy = `${live}_backup`;
  await withoutConnections(liaise, live, [`CREATE DATABASE ${copy} TEMPLATE ${live} OWNER liaise_owner`]);
  atEnd(() => administer(liaise, [`DROP DATABASE ${copy}`]));
  return {
    restore: () =>
      withoutConnections(liaise, live, [
        `DROP DATABASE ${live}`,
        `CREATE DATABASE ${live} TEMPLATE ${copy} OWNER liaise_owner`,
      ]),
  };
}

/** Runs the statements while no other client can connect. */
async function withoutConnections(liaise: BackupSource, database: string, statements: string[]): Promise<void> {
  await liaise.db.$disconnect();
  await liaise.pages.$disconnect();
  await liaise.owner.$disconnect();
  await administer(liaise, [
    `ALTER DATABASE ${database} ALLOW_CONNECTIONS false`,
    `SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '${database}'`,
    ...statements,
    `ALTER DATABASE ${database} ALLOW_CONNECTIONS true`,
  ]);
}

async function administer({ adminUrl }: BackupSource, statements: string[]): Promise<void> {
  const url = new URL(adminUrl);
  url.pathname = 'postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

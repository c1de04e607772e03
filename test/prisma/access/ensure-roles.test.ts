/** Migrations create the roles if their login may do so, and otherwise say what an administrator must run. */

import { randomUUID } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { urlAs } from '../../../dev/postgres.ts';
import { RolesFault } from '../../../prisma/access/roles.ts';
import { migrate } from '../../../prisma/migrate.ts';
import { MIGRATIONS } from '../../../prisma/migrations.ts';
import { emptyDatabase } from '../../support/database.ts';
import { testFolder } from '../../support/folder.ts';

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

test('a login that may not create roles gets an error that names roles.sql', async () => {
  const url = urlAs(await emptyDatabase(), 'liaise_engine');
  await expect(migrate(url)).rejects.toThrow(RolesFault);
  await expect(migrate(url)).rejects.toThrow(/run prisma\/access\/roles\.sql in the database of Liaise/);
  expect(await ask(url, "SELECT FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
});

test('tables of a version with one role become those of liaise_owner, which then migrates alone', async () => {
  const url = await emptyDatabase();
  await migrate(url);
  await ask(url, 'ALTER TABLE audit_leaf OWNER TO CURRENT_USER; ALTER FUNCTION refuse_change OWNER TO CURRENT_USER');
  await migrate(url);
  const owners = `SELECT tableowner AS owner FROM pg_tables WHERE schemaname = 'public'
    UNION SELECT proowner::regrole::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION SELECT datdba::regrole::text FROM pg_database WHERE datname = current_database()`;
  expect(await ask(url, owners)).toEqual([{ owner: 'liaise_owner' }]);
  expect(await migrate(urlAs(url, 'liaise_owner'))).toEqual([]);
});

test('a grant that was added by hand is revoked by the next migration, and a table of others is closed', async () => {
  const url = await emptyDatabase();
  await migrate(url);
  await ask(url, 'CREATE TABLE other (); GRANT ALL ON other TO PUBLIC; GRANT ALL ON journal TO liaise_pages');
  await ask(url, "COMMENT ON SCHEMA public IS 'access of another version'");
  await migrate(url);
  const may = `SELECT has_table_privilege('liaise_engine', 'other', 'INSERT') AS other,
    has_table_privilege('liaise_pages', 'journal', 'DELETE') AS journal`;
  expect(await ask(url, may)).toEqual([{ other: false, journal: false }]);
});

test('a login that belongs to liaise_owner migrates and uses the tables, as that of the compose file', async () => {
  const url = await emptyDatabase();
  await migrate(url, await testFolderWithoutMigrations());
  const login = `login_${randomUUID().replaceAll('-', '')}`;
  await ask(url, `CREATE ROLE ${login} LOGIN; GRANT liaise_owner TO ${login}`);
  try {
    expect((await migrate(urlAs(url, login))).length).toBeGreaterThan(0);
    expect(await ask(urlAs(url, login), 'INSERT INTO inner_country VALUES ($$FI$$) RETURNING country')).toHaveLength(1);
  } finally {
    await ask(url, `DROP ROLE ${login}`);
  }
});

async function testFolderWithoutMigrations(): Promise<string> {
  const folder = await testFolder();
  await cp(join(MIGRATIONS, 'migration_lock.toml'), join(folder, 'migration_lock.toml'));
  return folder;
}

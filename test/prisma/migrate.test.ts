/** Migrations are applied to real databases, and new ones are generated. */

import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../prisma/migrate.ts';
import { MIGRATIONS, readMigrations } from '../../prisma/migrations.ts';
import { difference, newMigration } from '../../prisma/new-migration.ts';
import { emptyDatabase } from '../support/database.ts';
import { testFolder } from '../support/folder.ts';

const SCHEMA = join(MIGRATIONS, '../schema.prisma');

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** A folder with the lock file that Prisma requires and these migrations. */
async function migrations(scripts: Record<string, string>): Promise<string> {
  const folder = await testFolder();
  await cp(join(MIGRATIONS, 'migration_lock.toml'), join(folder, 'migration_lock.toml'));
  for (const [name, script] of Object.entries(scripts)) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'migration.sql'), script);
  }
  return folder;
}

test('a panic of the schema engine is an error with its reason', async () => {
  await import('../../prisma/schema-engine-module.ts');
  const registry: unknown = Reflect.get(globalThis, 'PRISMA_WASM_PANIC_REGISTRY');
  expect(registry).toMatchObject({ set_message: expect.any(Function) });
  expect(() => (registry as { set_message(reason: string): void }).set_message('no lock')).toThrow('no lock');
});

describe('applying migrations', () => {
  test('a new database gets all migrations in order, and none the next time', async () => {
    const url = await emptyDatabase();
    const all = (await readMigrations()).migrationDirectories.map(({ path }) => path);
    expect(await migrate(url)).toEqual(all);
    expect(await migrate(url)).toEqual([]);
    const noted = await ask(url, 'SELECT migration_name AS name FROM _prisma_migrations ORDER BY started_at');
    expect(noted.map(({ name }) => name)).toEqual(all);
  });

  test('no index is dropped implicitly with its column', async () => {
    const url = await emptyDatabase();
    await migrate(url);
    const scripts = (await readMigrations()).migrationDirectories.map(
      ({ migrationFile }) => migrationFile.content.value,
    );
    const named = (statement: RegExp) =>
      scripts.flatMap((script) => [...script.matchAll(statement)].map(([, name]) => name));
    const dropped = named(/DROP INDEX "(\w+)"/g);
    const made = named(/CREATE (?:UNIQUE )?INDEX "(\w+)"/g).filter((name) => !dropped.includes(name));
    const there = (await ask(url, 'SELECT indexname AS name FROM pg_indexes')).map(({ name }) => name);
    expect(made.length).toBeGreaterThan(20);
    expect(made.filter((name) => !there.includes(name))).toEqual([]);
  });

  test('two concurrent runs apply each migration once', async () => {
    const url = await emptyDatabase();
    const applied = await Promise.all([migrate(url), migrate(url)]);
    expect(applied.flat().sort()).toEqual(
      (await readdir(MIGRATIONS, { withFileTypes: true }))
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort(),
    );
  });

  test('only a migration that was added later is applied', async () => {
    const url = await emptyDatabase();
    await migrate(url, await migrations({ '1_first': 'CREATE TABLE first ()' }));
    const both = await migrations({ '1_first': 'CREATE TABLE first ()', '2_second': 'CREATE TABLE second ()' });
    expect(await migrate(url, both)).toEqual(['2_second']);
  });

  test('semicolons inside a function do not end a statement', async () => {
    const url = await emptyDatabase();
    const body = "BEGIN PERFORM 1; RETURN 'one; two'; END";
    await migrate(
      url,
      await migrations({ '1_function': `CREATE FUNCTION say() RETURNS text LANGUAGE plpgsql AS $$ ${body} $$;` }),
    );
    expect(await ask(url, 'SELECT say()')).toEqual([{ say: 'one; two' }]);
  });

  test('a migration that fails changes nothing and reports the error', async () => {
    const url = await emptyDatabase();
    const broken = await migrations({ '1_broken': 'CREATE TABLE half (); CREATE TABLE half ();' });
    await expect(migrate(url, broken)).rejects.toThrow(/already exists/);
    expect(await ask(url, "SELECT FROM pg_tables WHERE tablename = 'half'")).toEqual([]);
  });
});

describe('the schema', () => {
  test('the migrations produce schema.prisma; if not, run `npm run migration`', async () => {
    const [migrated, described] = await Promise.all([emptyDatabase(), emptyDatabase()]);
    await migrate(migrated);
    const script = await difference(described, undefined, await readFile(SCHEMA, 'utf8'));
    await migrate(described, await migrations({ '1_whole': script }));
    expect(await shape(migrated)).toEqual(await shape(described));
    expect(await readFile(join(MIGRATIONS, 'schema.prisma'), 'utf8')).toBe(await readFile(SCHEMA, 'utf8'));
  });

  /**
   * Tables, columns, indexes and constraints of the database. Views, and indexes that are partial, of expressions or with
   * further columns are omitted, because the Prisma schema cannot express them.
   */
  async function shape(url: string) {
    return await Promise.all(
      [
        `SELECT table_name, column_name, data_type, is_nullable, column_default, character_maximum_length,
                datetime_precision FROM information_schema.columns JOIN information_schema.tables
                USING (table_schema, table_name)
          WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1, 2`,
        `SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
          WHERE relnamespace = 'public'::regnamespace AND indexprs IS NULL AND indpred IS NULL
            AND indnkeyatts = indnatts ORDER BY 1`,
        // A schema of Prisma cannot have constraint triggers.
        `SELECT conrelid::regclass::text AS on, conname, pg_get_constraintdef(oid) FROM pg_constraint
          WHERE connamespace = 'public'::regnamespace AND contype <> 't' ORDER BY 1, 2`,
      ].map((statement) => ask(url, statement)),
    );
  }
});

describe('generating a migration', () => {
  const MODEL = 'datasource db {\n  provider = "postgresql"\n}\n\nmodel Desk {\n  id String @id\n}\n';

  test('the first contains the whole schema, the next only the changes, and without changes none is written', async () => {
    const url = await emptyDatabase();
    const schema = join(await testFolder(), 'schema.prisma');
    const folder = await migrations({});
    const write = (name: string) => newMigration(url, name, { schema, migrations: folder });

    await writeFile(schema, MODEL);
    const first = await write('First desks');
    expect(first).toMatch(/^\d{14}_first_desks$/);
    expect(await write('Nothing new')).toBeUndefined();
    await writeFile(schema, MODEL.replace('model Desk', '/// A comment changes no table.\nmodel Desk'));
    expect(await write('Comment')).toBeUndefined();

    await writeFile(schema, MODEL.replace('id String @id', 'id String @id\n  hours String?'));
    const second = (await write('Opening hours')) ?? '';
    const script = await readFile(join(folder, second, 'migration.sql'), 'utf8');
    expect(script).toContain('ALTER TABLE "Desk" ADD COLUMN     "hours" TEXT;');
    expect(script).not.toContain('CREATE TABLE');
    expect(await migrate(url, folder)).toEqual([first, second].toSorted());
  });
});

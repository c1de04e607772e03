/** The migrations of this tree, as the schema engine wants to be told of them. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationDirectory, MigrationList } from '@prisma/schema-engine-wasm';

/** Where Prisma keeps them: one folder each, named by the instant of its making. */
export const MIGRATIONS = join(import.meta.dirname, 'migrations');

const LOCK = 'migration_lock.toml';
const SCRIPT = 'migration.sql';

/** All migrations under `baseDir`, in the order in which they are applied. */
export async function readMigrations(baseDir: string = MIGRATIONS): Promise<MigrationList> {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return {
    baseDir,
    lockfile: { path: LOCK, content: await readFile(join(baseDir, LOCK), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(names.sort().map((name) => readMigration(baseDir, name))),
  };
}

async function readMigration(baseDir: string, name: string): Promise<MigrationDirectory> {
  const value = await readFile(join(baseDir, name, SCRIPT), 'utf8');
  return { path: name, migrationFile: { path: SCRIPT, content: { tag: 'ok', value } } };
}

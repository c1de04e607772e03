/** Reads the migrations of this source tree in the form that the schema engine expects. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationDirectory, MigrationList } from '@prisma/schema-engine-wasm';

/** The folder in which Prisma stores migrations: one folder for each, named by the time of its creation. */
export const MIGRATIONS = join(import.meta.dirname, 'migrations');

const LOCK = 'migration_lock.toml';
const SCRIPT = 'migration.sql';

/** Reads all migrations under `baseDir`, in the order in which they are applied. */
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

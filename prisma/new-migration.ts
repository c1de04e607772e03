/** Writes the migration from the schema that the existing migrations produce to the current schema.prisma. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiffTarget } from '@prisma/schema-engine-wasm';
import { MIGRATIONS } from './migrations.ts';
import { NOTHING_EXTERNAL, withSchemaEngine } from './schema-engine.ts';

const SCHEMA = join(import.meta.dirname, 'schema.prisma');

/** The schema that all migrations together produce; stored next to them. */
const MIGRATED = 'schema.prisma';

/**
 * Writes a new folder under `migrations`.
 *
 * @param databaseUrl any running PostgreSQL: the engine reads its version and changes nothing.
 * @returns the folder's name; undefined if the tables have not changed, for example if only a model has another name.
 */
export async function newMigration(
  databaseUrl: string,
  name: string,
  { schema = SCHEMA, migrations = MIGRATIONS } = {},
): Promise<string | undefined> {
  const to = await readFile(schema, 'utf8');
  const from = await readFile(join(migrations, MIGRATED), 'utf8').catch(() => undefined);
  if (from === to) return undefined;
  const script = await difference(databaseUrl, from, to);
  await writeFile(join(migrations, MIGRATED), to);
  if (script.replaceAll(/^--.*$/gm, '').trim() === '') return undefined;
  const folder = `${timestamp()}_${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`;
  await mkdir(join(migrations, folder), { recursive: true });
  await writeFile(join(migrations, folder, 'migration.sql'), script);
  return folder;
}

/** Returns the SQL that migrates the schema `from`, or an empty database if absent, to the schema `to`. */
export async function difference(databaseUrl: string, from: string | undefined, to: string): Promise<string> {
  return await withSchemaEngine(databaseUrl, async (engine) => {
    const { stdout } = await engine.diff({
      from: from === undefined ? { tag: 'empty' } : datamodel(from),
      to: datamodel(to),
      script: true,
      exitCode: null,
      filters: NOTHING_EXTERNAL,
    });
    return stdout ?? '';
  });
}

function datamodel(content: string): DiffTarget {
  return { tag: 'schemaDatamodel', files: [{ path: MIGRATED, content }] };
}

/** The current time in the format of Prisma's migration names: 20260102030405. */
function timestamp(): string {
  return new Date().toISOString().slice(0, 19).replaceAll(/\D/g, '');
}

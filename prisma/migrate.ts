/** Brings a database to the current schema. */

import { MIGRATIONS, readMigrations } from './migrations.ts';
import { NOTHING_EXTERNAL, withSchemaEngine } from './schema-engine.ts';

/**
 * Applies every migration that the database at `databaseUrl` does not have yet. They are recorded in
 * `_prisma_migrations`, as `prisma migrate deploy` does.
 *
 * @returns the names of the applied migrations in order; empty if the database was up to date.
 */
export async function migrate(databaseUrl: string, folder: string = MIGRATIONS): Promise<string[]> {
  const migrationsList = await readMigrations(folder);
  return await withSchemaEngine(databaseUrl, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NOTHING_EXTERNAL });
    return appliedMigrationNames;
  });
}

/** Brings a database to the present schema. */

import { MIGRATIONS, readMigrations } from './migrations.ts';
import { NOTHING_EXTERNAL, withSchemaEngine } from './schema-engine.ts';

/**
 * Applies every migration that the database at `databaseUrl` does not have yet, and answers with their names in order:
 * none when it is up to date. The database notes them in `_prisma_migrations`, as `prisma migrate deploy` does.
 */
export async function migrate(databaseUrl: string, folder: string = MIGRATIONS): Promise<string[]> {
  const migrationsList = await readMigrations(folder);
  return await withSchemaEngine(databaseUrl, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NOTHING_EXTERNAL });
    return appliedMigrationNames;
  });
}

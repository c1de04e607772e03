/** Brings a database to the current schema. */

import { applyAccess } from './access/apply-access.ts';
import { ensureRoles, OWNER } from './access/roles.ts';
import { MIGRATIONS, readMigrations } from './migrations.ts';
import { NOTHING_EXTERNAL, withSchemaEngine } from './schema-engine.ts';

/**
 * Applies every migration that the database at `databaseUrl` does not have yet. They are recorded in
 * `_prisma_migrations`, as `prisma migrate deploy` does. Creates the roles of the database before, and grants their
 * privileges afterwards.
 *
 * @returns the names of the applied migrations in order; empty if the database was up to date.
 * @throws RolesFault if an administrator must create the roles first.
 */
export async function migrate(databaseUrl: string, folder: string = MIGRATIONS): Promise<string[]> {
  const migrationsList = await readMigrations(folder);
  await ensureRoles(databaseUrl);
  const applied = await withSchemaEngine(
    databaseUrl,
    async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NOTHING_EXTERNAL });
      return appliedMigrationNames;
    },
    { role: OWNER },
  );
  await applyAccess(databaseUrl, { force: applied.length > 0 });
  return applied;
}

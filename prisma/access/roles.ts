/** The database roles of Liaise. roles.sql creates them; `table-access.ts` says what each may do with each table. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, DatabaseError } from 'pg';

/** Owns everything. Only migrations use it. */
export const OWNER = 'liaise_owner';
/** Roles of running processes. None of them owns anything. */
export const RUNTIME_ROLES = ['liaise_engine', 'liaise_pages', 'liaise_sealer', 'liaise_reader'] as const;

/** A role of a running process. */
export type RuntimeRole = (typeof RUNTIME_ROLES)[number];

const SCRIPT = join(import.meta.dirname, 'roles.sql');

/** The login of the migrations may not do what is missing. The message says what an administrator must run. */
export class RolesFault extends Error {
  override readonly name = 'RolesFault';
}

/**
 * Creates missing roles, and gives this database to `liaise_owner`, if the login of `databaseUrl` may do so. Changes nothing
 * if all is as it must be.
 *
 * @throws RolesFault if an administrator must run roles.sql first.
 */
export async function ensureRoles(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    if (!(await areRolesReady(client))) await client.query(await readFile(SCRIPT, 'utf8'));
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new RolesFault(
      `The roles of the database are incomplete, and the login of this command may not create them (${error.message}). ` +
        'As an administrator of PostgreSQL, run prisma/access/roles.sql in the database of Liaise. ' +
        `Then run the migrations as ${OWNER}.`,
    );
  } finally {
    await client.end();
  }
}

const INSUFFICIENT_PRIVILEGE = '42501';

/** True if all roles exist, and `liaise_owner` owns the database and its tables. */
async function areRolesReady(client: Pick<Client, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ ready: boolean }>(
    `SELECT (SELECT count(*) FROM pg_roles WHERE rolname = ANY ($1)) = $2
       AND (SELECT datdba FROM pg_database WHERE datname = current_database()) = to_regrole($3)
       AND NOT EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                       AND relowner <> to_regrole($3)) AS ready`,
    [[OWNER, ...RUNTIME_ROLES], RUNTIME_ROLES.length + 1, OWNER],
  );
  return rows[0]?.ready === true;
}

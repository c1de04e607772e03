/** Compares what a login of the database may do with `table-access.ts`. Changes nothing. */

import { Client } from 'pg';
import { accessVersion, privilegesOf } from './apply-access.ts';
import { RUNTIME_ROLES } from './roles.ts';
import { TABLE_ACCESS } from './table-access.ts';

/** A login, as the database sees it. */
export interface DatabaseLogin {
  role: string;
  /** Superusers, and roles that row-level security does not bind. */
  isUnbound: boolean;
  usesTls: boolean;
  /** Whether the privileges of this version were applied. */
  isCurrent: boolean;
  /** Privileges that the role must have and has not, as `SELECT on journal`. */
  missing: string[];
  /** Privileges that the role must not have. */
  excess: string[];
  /** How far the clock of the database is ahead of that of this machine, in milliseconds. */
  clockAheadMs: number;
}

const CONNECT_MS = 5_000;

/** Signs in and compares. @throws the error of the driver if the login fails. */
export async function readLogin(databaseUrl: string): Promise<DatabaseLogin> {
  const client = new Client({
    ...{ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MS, query_timeout: CONNECT_MS },
  });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<Pick<DatabaseLogin, 'role' | 'isUnbound' | 'usesTls'> & { version: string }>(
      `SELECT current_user AS role, rolsuper OR rolbypassrls AS "isUnbound",
              coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS "usesTls",
              obj_description('public'::regnamespace, 'pg_namespace') AS version
       FROM pg_roles WHERE rolname = current_user`,
    );
    const { role = '', isUnbound = true, usesTls = false, version } = rows[0] ?? {};
    const held = await heldPrivileges(client);
    const due = duePrivileges(role);
    return {
      ...{ role, isUnbound, usesTls, isCurrent: version === accessVersion() },
      missing: due.filter((each) => !held.includes(each)),
      excess: held.filter((each) => !due.includes(each)),
      clockAheadMs: await clockAhead(client),
    };
  } finally {
    await client.end();
  }
}

/** Privileges on single columns count like the others. */
async function heldPrivileges(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ privilege: string }>(
    `SELECT privilege || ' on ' || name AS privilege
     FROM unnest($1::text[]) AS name, unnest($2::text[]) AS privilege
     WHERE to_regclass(quote_ident(name)) IS NOT NULL
       AND (has_table_privilege(to_regclass(quote_ident(name)), privilege)
            OR (privilege = ANY ($3) AND has_any_column_privilege(to_regclass(quote_ident(name)), privilege)))`,
    [Object.keys(TABLE_ACCESS), PRIVILEGES, ['SELECT', 'INSERT', 'UPDATE']],
  );
  return rows.map(({ privilege }) => privilege);
}

/** A privilege, on the whole table or on columns. */
const PRIVILEGE = /([A-Z]+)(?: \([^)]*\))?/g;
const PRIVILEGES = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER'];

function duePrivileges(role: string): string[] {
  const known = RUNTIME_ROLES.find((each) => each === role);
  if (known === undefined) return [];
  return Object.entries(TABLE_ACCESS).flatMap(([table, access]) =>
    [...privilegesOf(known, access).matchAll(PRIVILEGE)].map(([, privilege]) => `${privilege} on ${table}`),
  );
}

/** Half of the round trip is the best estimate of when the server read its clock. */
async function clockAhead(client: Client): Promise<number> {
  const before = Date.now();
  const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const middle = (before + Date.now()) / 2;
  return Math.round((rows[0]?.now.getTime() ?? middle) - middle);
}

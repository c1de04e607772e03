/** Makes the privileges and policies in a database equal to `table-access.ts`. */

import { hash } from 'node:crypto';
import { Client } from 'pg';
import { OWNER, RUNTIME_ROLES, type RuntimeRole } from './roles.ts';
import { CLOSED, type RowRules } from './row-rules.ts';
import { TABLE_ACCESS, type TableAccess } from './table-access.ts';

/**
 * Revokes and grants in one transaction. Without `force`, does nothing if the same version of the table of privileges was
 * applied before. The login must be `liaise_owner`, or may become it.
 */
export async function applyAccess(databaseUrl: string, { force }: { force: boolean }): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL ROLE ${OWNER}`);
    await client.query('SELECT pg_advisory_xact_lock(420027)');
    const version = accessVersion();
    if (force || (await versionOf(client)) !== version) {
      const tables = await tablesOf(client);
      await client.query(tables.flatMap((table) => statementsFor(table, TABLE_ACCESS[table])).join(';\n'));
      await client.query(GRANT_FUNCTIONS);
      await client.query(`COMMENT ON SCHEMA public IS '${version}'`);
    }
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

/** The comment of the schema after this version of the table of privileges was applied. */
export function accessVersion(): string {
  return `access ${hash('sha256', JSON.stringify(TABLE_ACCESS))}`;
}

/** The privileges of a runtime role on a table. */
export function privilegesOf(role: RuntimeRole, access: TableAccess | undefined): string {
  if (access === undefined) return '';
  switch (role) {
    case 'liaise_engine':
      return access.engine;
    case 'liaise_pages':
      return access.pages;
    case 'liaise_sealer':
      return access.sealer ?? '';
    case 'liaise_reader':
      return 'SELECT';
  }
}

async function versionOf(client: Client): Promise<string | null> {
  const { rows } = await client.query(`SELECT obj_description('public'::regnamespace, 'pg_namespace') AS version`);
  return rows[0]?.version ?? null;
}

async function tablesOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

function statementsFor(table: string, access: TableAccess | undefined): string[] {
  const roles = ['PUBLIC', ...RUNTIME_ROLES].join();
  const granted = RUNTIME_ROLES.flatMap((role) => {
    const privileges = privilegesOf(role, access);
    return privileges ? [`GRANT ${privileges} ON "${table}" TO ${role}`] : [];
  });
  return [
    `REVOKE ALL ON "${table}" FROM ${roles}`,
    ...granted,
    grantSequences(table, access),
    `ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`,
    dropPolicies(table),
    `CREATE POLICY every_row ON "${table}" TO ${EVERY_ROW} USING (true) WITH CHECK (true)`,
    ...policiesOf(table, access?.rows ?? CLOSED),
  ];
}

/** These roles see every row. The owner needs it too, because the policies are forced. */
const EVERY_ROW = [OWNER, ...RUNTIME_ROLES.filter((role) => role !== 'liaise_pages')].join();

function policiesOf(table: string, rules: RowRules): string[] {
  const policy = (kind: string, condition: string) =>
    `CREATE POLICY pages_${kind} ON "${table}" FOR ${kind} TO liaise_pages ${condition}`;
  const check = rules.onlyLocks ? 'false' : rules.update;
  return [
    policy('select', `USING (${rules.select})`),
    ...(rules.insert ? [policy('insert', `WITH CHECK (${rules.insert})`)] : []),
    ...(rules.update ? [policy('update', `USING (${rules.update}) WITH CHECK (${check})`)] : []),
    ...(rules.delete ? [policy('delete', `USING (${rules.delete})`)] : []),
  ];
}

function dropPolicies(table: string): string {
  return `DO $$ DECLARE item text; BEGIN
    FOR item IN SELECT polname FROM pg_policy WHERE polrelid = '"${table}"'::regclass LOOP
      EXECUTE format('DROP POLICY %I ON "${table}"', item);
    END LOOP; END $$`;
}

/** They run as the owner, and return only what they say: see the migration `rows_by_agency`. */
const GRANT_FUNCTIONS = `DO $$ BEGIN
  IF to_regprocedure('referral_id_of(text, uuid)') IS NOT NULL THEN
    GRANT EXECUTE ON FUNCTION referral_id_of, keys_in_use, leaves_concerning TO liaise_engine, liaise_pages, liaise_reader;
  END IF; END $$`;

/** A role that inserts needs the sequences of the columns; a backup reads them. */
function grantSequences(table: string, access: TableAccess | undefined): string {
  const inserting = RUNTIME_ROLES.filter((role) => privilegesOf(role, access).includes('INSERT'));
  return `DO $$ DECLARE item text; BEGIN
    FOR item IN SELECT DISTINCT pg_get_serial_sequence('"${table}"', column_name) FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = '${table}'
        AND pg_get_serial_sequence('"${table}"', column_name) IS NOT NULL
    LOOP
      EXECUTE format('REVOKE ALL ON SEQUENCE %s FROM PUBLIC, ${RUNTIME_ROLES.join(', ')}', item);
      EXECUTE format('GRANT SELECT ON SEQUENCE %s TO liaise_reader', item);
      ${inserting.map((role) => `EXECUTE format('GRANT USAGE ON SEQUENCE %s TO ${role}', item);`).join(' ')}
    END LOOP; END $$`;
}

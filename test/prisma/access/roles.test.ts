/** Each database role is tried at everything that it must not do. */

import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { urlAs } from '../../../dev/postgres.ts';
import { OWNER, RUNTIME_ROLES } from '../../../prisma/access/roles.ts';
import { TABLE_ACCESS } from '../../../prisma/access/table-access.ts';
import { testDatabase } from '../../support/database.ts';

const clients = new Map<string, Client>();

async function ask<Row extends object>(role: string, statement: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = (await clients.get(role)?.query<Row>(statement, values)) ?? { rows: [] };
  return rows;
}

beforeAll(async () => {
  const { url } = await testDatabase();
  for (const role of [OWNER, ...RUNTIME_ROLES]) {
    const client = new Client({ connectionString: urlAs(url, role) });
    await client.connect();
    clients.set(role, client);
  }
});

afterAll(async () => {
  for (const client of clients.values()) await client.end();
});

const tables = () =>
  ask<{ name: string }>(
    OWNER,
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'm', 'p')`,
  );

test('every table and view is in prisma/access/table-access.ts, and all of those exist', async () => {
  expect(Object.keys(TABLE_ACCESS).toSorted()).toEqual((await tables()).map(({ name }) => name).toSorted());
});

test('no role is a superuser, may create anything, or belongs to another role', async () => {
  const rows = await ask<{ name: string; powers: boolean; members: number }>(
    OWNER,
    `SELECT rolname AS name, rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls AS powers,
            (SELECT count(*)::int FROM pg_auth_members WHERE member = pg_roles.oid) AS members
     FROM pg_roles WHERE rolname LIKE 'liaise\\_%' ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([OWNER, ...RUNTIME_ROLES].toSorted());
  expect(rows.filter(({ powers, members }) => powers || members > 0)).toEqual([]);
});

test('liaise_owner owns everything, and no other role owns anything', async () => {
  const rows = await ask(
    OWNER,
    `SELECT relname AS name, relowner::regrole::text AS owner FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relowner <> to_regrole($1)
     UNION ALL SELECT proname, proowner::regrole::text FROM pg_proc
     WHERE pronamespace = 'public'::regnamespace AND proowner <> to_regrole($1)`,
    [OWNER],
  );
  expect(rows).toEqual([]);
});

describe('privileges', () => {
  const PRIVILEGES = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'];

  /** Whole-table privileges that a role has, for example `INSERT journal`. */
  async function granted(role: string): Promise<string[]> {
    const rows = await ask<{ privilege: string; name: string }>(
      OWNER,
      `SELECT privilege, relname AS name FROM pg_class, unnest($2::text[]) AS privilege
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v') AND has_table_privilege($1, oid, privilege)`,
      [role, PRIVILEGES],
    );
    return rows.map(({ privilege, name }) => `${privilege} ${name}`);
  }

  const PROJECTIONS = ['referral', 'recipient', 'party', 'clock', 'link', 'letter'];
  const RECORD = ['journal', 'audit_leaf', 'write_key'];

  test.each(RUNTIME_ROLES)('%s may not change what is recorded, and not truncate or alter any table', async (role) => {
    const all = await granted(role);
    expect(all.filter((each) => /^(TRUNCATE|REFERENCES|TRIGGER|MAINTAIN)/.test(each))).toEqual([]);
    expect(all.filter((each) => RECORD.some((table) => new RegExp(`^(UPDATE|DELETE) ${table}$`).test(each)))).toEqual(
      [],
    );
    // Erasure deletes the digests of the requests of one referral.
    const ofKeys = all.filter((each) => /^(UPDATE|DELETE) act_key$/.test(each));
    expect(ofKeys).toEqual(role === 'liaise_engine' ? ['DELETE act_key'] : []);
  });

  const LOG = ['log_entry', 'log_tile', 'log_checkpoint', 'log_cosignature', 'log_alarm'];

  test.each(RUNTIME_ROLES)('%s writes the log only if it is the sealer, which only adds', async (role) => {
    const written = (await granted(role)).filter((each) => /^(INSERT|UPDATE|DELETE)/.test(each));
    const ofLog = written.filter((each) => LOG.includes(each.split(' ')[1] ?? ''));
    const expected = role === 'liaise_sealer' ? LOG.map((table) => `INSERT ${table}`) : [];
    expect(ofLog.toSorted()).toEqual(expected.toSorted());
  });

  test('liaise_pages may not write the directory, or decide about proposals', async () => {
    const written = (await granted('liaise_pages')).filter((each) => /^(INSERT|UPDATE|DELETE)/.test(each));
    const directory = [
      'agency',
      'contact_point',
      'closed_day',
      'country_capability',
      'fallback_chain',
      'inner_country',
    ];
    const closed = [...directory, 'person', 'membership', 'identity', 'proposal_decision'];
    expect(written.filter((each) => closed.includes(each.split(' ')[1] ?? ''))).toEqual([]);
    expect(written.filter((each) => each.endsWith(' proposal'))).toEqual(['INSERT proposal']);
  });

  test('liaise_pages may not write the journal or the projections', async () => {
    const written = (await granted('liaise_pages')).filter((each) => /^(INSERT|UPDATE|DELETE)/.test(each));
    const closed = ['journal', 'act_key', 'write_key', ...PROJECTIONS, 'origin_reference', 'material_digest'];
    expect(written.filter((each) => closed.includes(each.split(' ')[1] ?? ''))).toEqual([]);
  });

  test('liaise_reader reads every table and writes none', async () => {
    const expected = (await tables()).map(({ name }) => `SELECT ${name}`);
    expect((await granted('liaise_reader')).toSorted()).toEqual(expected.toSorted());
  });

  test('liaise_sealer reads leaves, and nothing outside the log', async () => {
    const all = await granted('liaise_sealer');
    expect(all).toContain('SELECT audit_leaf');
    const others = [...Object.keys(TABLE_ACCESS)].filter((table) => TABLE_ACCESS[table]?.sealer === undefined);
    expect(all.filter((each) => others.includes(each.split(' ')[1] ?? ''))).toEqual([]);
  });
});

describe.each(RUNTIME_ROLES)('%s is refused', (role) => {
  test.each([
    'ALTER TABLE journal DISABLE TRIGGER journal_append_only',
    'ALTER TABLE journal DISABLE TRIGGER ALL',
    'ALTER TABLE journal OWNER TO CURRENT_USER',
    'ALTER TABLE journal ADD COLUMN note text',
    'DROP TABLE journal',
    'DROP TRIGGER audit_leaf_append_only ON audit_leaf',
    'TRUNCATE journal',
    'TRUNCATE audit_leaf',
    'UPDATE journal SET at = now()',
    'UPDATE audit_leaf SET at = now()',
    'DELETE FROM journal',
    'DELETE FROM audit_leaf',
    'INSERT INTO journal SELECT * FROM journal ON CONFLICT (referral_id, seq) DO UPDATE SET at = now()',
    "SET session_replication_role = 'replica'",
    "SELECT set_config('session_replication_role', 'replica', false)",
    'SET ROLE liaise_owner',
    'SET SESSION AUTHORIZATION liaise_owner',
    'SET ROLE postgres',
    'GRANT liaise_owner TO CURRENT_USER',
    'CREATE ROLE another',
    'CREATE TABLE public.another ()',
    'CREATE FUNCTION public.another() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
    'CREATE SCHEMA another',
    'CREATE DATABASE another',
    'ALTER SYSTEM SET fsync = off',
    "COPY journal FROM PROGRAM 'true'",
    "SELECT pg_read_file('PG_VERSION')",
    'SELECT * FROM pg_authid',
    'DELETE FROM _prisma_migrations',
  ])('%s', async (statement) => {
    await expect(ask(role, statement)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|22023)$/) });
  });
});

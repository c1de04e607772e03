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

  /** Privileges that a role has on tables, for example `INSERT journal`, and on some columns: `UPDATE person (zone)`. */
  async function granted(role: string): Promise<string[]> {
    const rows = await ask<{ each: string }>(
      OWNER,
      `SELECT concat(privilege, ' ', relname, CASE WHEN NOT has_table_privilege($1, oid, privilege) THEN
                ' (' || (SELECT string_agg(attname, ', ' ORDER BY attname) FROM pg_attribute
                         WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
                           AND has_column_privilege($1, pg_class.oid, attnum, privilege)) || ')' END) AS each
       FROM pg_class, unnest($2::text[]) AS privilege
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')
         AND (has_table_privilege($1, oid, privilege) OR CASE
                WHEN privilege IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                THEN has_any_column_privilege($1, oid, privilege) ELSE false END)`,
      [role, PRIVILEGES],
    );
    return rows.map(({ each }) => each);
  }

  async function changes(role: string): Promise<string[]> {
    return (await granted(role)).filter((each) => /^(UPDATE|DELETE) /.test(each)).toSorted();
  }

  const PROJECTIONS = ['referral', 'recipient', 'party', 'clock', 'link', 'letter'];
  const RECORD = ['journal', 'audit_leaf', 'write_key'];

  test.each(RUNTIME_ROLES)('%s may not change what is recorded, and not truncate or alter any table', async (role) => {
    const all = await granted(role);
    expect(all.filter((each) => /^(TRUNCATE|REFERENCES|TRIGGER|MAINTAIN)/.test(each))).toEqual([]);
    expect(all.filter((each) => RECORD.some((table) => new RegExp(`^(UPDATE|DELETE) ${table}\\b`).test(each)))).toEqual(
      [],
    );
    // Erasure deletes the digests of the requests of one referral.
    const ofKeys = all.filter((each) => /^(UPDATE|DELETE) act_key\b/.test(each));
    expect(ofKeys).toEqual(role === 'liaise_engine' ? ['DELETE act_key'] : []);
  });

  const LOG = ['log_entry', 'log_tile', 'log_checkpoint', 'log_cosignature', 'log_alarm'];

  test.each(RUNTIME_ROLES)(
    '%s writes the log only if it is the sealer, which only adds; the engine adds alarms',
    async (role) => {
      const written = (await granted(role)).filter((each) => /^(INSERT|UPDATE|DELETE)/.test(each));
      const ofLog = written.filter((each) => LOG.includes(each.split(' ')[1] ?? ''));
      const tables = role === 'liaise_sealer' ? LOG : role === 'liaise_engine' ? ['log_alarm'] : [];
      expect(ofLog.toSorted()).toEqual(tables.map((table) => `INSERT ${table}`).toSorted());
    },
  );

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
    expect(written.filter((each) => closed.includes(each.split(' ')[1] ?? '')).toSorted()).toEqual([
      'UPDATE contact_point (verified_at)',
      'UPDATE person (absent_from, absent_until, colour_scheme, deputy_id, digest_hour, language, receipts, zone)',
    ]);
    expect(written.filter((each) => each.endsWith(' proposal'))).toEqual(['INSERT proposal']);
  });

  test('liaise_pages may not write the journal or the projections', async () => {
    const written = (await granted('liaise_pages')).filter((each) => /^(INSERT|UPDATE|DELETE)/.test(each));
    const closed = ['journal', 'act_key', 'write_key', ...PROJECTIONS, 'origin_reference', 'material_digest'];
    // Only for SELECT … FOR UPDATE: no policy accepts a changed row.
    expect(written.filter((each) => closed.includes(each.split(' ')[1] ?? ''))).toEqual(['UPDATE referral (id)']);
  });

  test('liaise_engine changes and deletes these rows only', async () => {
    const both = ['referral', 'recipient', 'party', 'statistic', 'request_statistic', 'clock', 'open_deadline', 'link'];
    both.push('letter_reader', 'letter_report', 'webhook', 'webhook_event', 'webhook_delivery', 'origin_reference');
    both.push('material_digest', 'data_key', 'particulars', 'text_cost', 'host_clock', 'agency', 'contact_point');
    both.push(
      'closed_day',
      'country_capability',
      'fallback_chain',
      'inner_country',
      'person',
      'membership',
      'identity',
    );
    const deleted = [
      'act_key',
      'request_event',
      'recipient_change',
      'request_change',
      'party_change',
      'webhook_secret',
    ];
    deleted.push('draft', 'calendar_feed', 'session', 'kept_form', 'proposal', 'proposal_decision');
    const updated = ['letter', 'reference_counter', 'lookout', 'erasure_register', 'announcement'];
    updated.push('webhook_secret (key_id, sealed)', 'proposal (key_id, sealed)');
    const expected = [
      ...[...both, ...deleted].map((table) => `DELETE ${table}`),
      ...[...both, ...updated].map((table) => `UPDATE ${table}`),
    ];
    expect(await changes('liaise_engine')).toEqual(expected.toSorted());
  });

  test('liaise_pages changes and deletes these rows only', async () => {
    const both = ['draft', 'saved_view', 'calendar_feed', 'look', 'session', 'kept_form', 'host_clock'];
    const updated = [
      'announcement (withdrawn_at, withdrawn_by)',
      'contact_point (verified_at)',
      'data_key (referral_id)',
      'person (absent_from, absent_until, colour_scheme, deputy_id, digest_hour, language, receipts, zone)',
      'referral (id)',
      'webhook (disabled_at, failing_since, notified)',
      'webhook_delivery (claim, claimed_until, due_at, queued_at, result, settled_at, status, tries)',
    ];
    const expected = [
      ...[...both, 'data_key', 'particulars'].map((table) => `DELETE ${table}`),
      ...[...both, ...updated].map((table) => `UPDATE ${table}`),
    ];
    expect(await changes('liaise_pages')).toEqual(expected.toSorted());
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

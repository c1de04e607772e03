/** Row-level security: as liaise_pages, an agency sees its own rows and those of its referrals, and nothing of others. */

import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { urlAs } from '../../../dev/postgres.ts';
import { OF_COORDINATOR } from '../../../prisma/access/row-rules.ts';
import { TABLE_ACCESS } from '../../../prisma/access/table-access.ts';
import { asAgency } from '../../../prisma/store/agency-scope.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { readHostClocks, saveHostClock } from '../../../prisma/store/host-clocks.ts';
import { deleteIdentity, insertIdentity } from '../../../prisma/store/people-edit.ts';
import {
  addSession,
  keepNewestSessions,
  listSessions,
  removeOwnSession,
  removeSessionsOfProvider,
} from '../../../prisma/store/sessions.ts';
import { connectAs, testDatabase } from '../../support/database.ts';
import { recordRows } from './recorded-rows.ts';

/** Sender, and an agency that is no party to any referral. */
const [SENDER, OTHER] = ['us-quartz', 'nl-willow'];
/** Tables that hold no rows of agencies that pages read. */
const CLOSED = [
  ...[
    'reference_counter',
    'lookout',
    'log_alarm_letter',
    'reading_letter',
    'letter_reader',
    'letter_report',
    'webhook_event',
  ],
  '_prisma_migrations',
];
/** Tables of which pages read every row, for every agency. */
const PUBLISHED = [
  ...['log_entry', 'log_tile', 'log_checkpoint', 'log_cosignature', 'log_alarm', 'erasure_register', 'sealing_state'],
  ...['host_clock', 'agency', 'closed_day', 'country_capability', 'fallback_chain', 'directory_version'],
  ...['inner_country', 'membership', 'clock_policy_version', 'contact_point', 'person'],
  'announcement',
];
const PROTECTED = Object.entries(TABLE_ACCESS)
  .filter(([table, { rows }]) => rows !== OF_COORDINATOR && ![...CLOSED, ...PUBLISHED].includes(table))
  .map(([table]) => table);

let client: Client;
let reader: Client;
let pages: Database;
let databaseUrl: string;
let referralId: string;

beforeAll(async () => {
  const { url } = await testDatabase();
  databaseUrl = url;
  referralId = await recordRows(url);
  pages = connectAs(url, 'liaise_pages');
  client = new Client({ connectionString: urlAs(url, 'liaise_pages') });
  reader = new Client({ connectionString: urlAs(url, 'liaise_reader') });
  await Promise.all([client.connect(), reader.connect()]);
});

afterAll(() => Promise.all([client.end(), reader.end()]));

async function visible(agencyId: string, table: string): Promise<number> {
  await client.query('BEGIN');
  try {
    await client.query(`SELECT set_config('liaise.agency', $1, true)`, [agencyId]);
    return (await client.query(`SELECT FROM ${table}`)).rowCount ?? 0;
  } finally {
    await client.query('ROLLBACK');
  }
}

test('only these tables are published to every agency', () => {
  const published = Object.entries(TABLE_ACCESS).filter(([, { rows }]) => rows.select === 'true');
  expect(published.map(([table]) => table).toSorted()).toEqual(PUBLISHED.toSorted());
});

test('every table has forced row-level security and a policy for pages', async () => {
  const { rows } = await reader.query(
    `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND NOT (relrowsecurity AND relforcerowsecurity
         AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polname = 'pages_select'))`,
  );
  expect(rows).toEqual([]);
});

describe.each(PROTECTED)('%s', (table) => {
  test('has rows, of which the sender sees its own and another agency none', async () => {
    expect((await reader.query(`SELECT FROM ${table}`)).rowCount).toBeGreaterThan(0);
    expect(await visible(SENDER, table)).toBeGreaterThan(0);
    expect(await visible(OTHER, table)).toBe(0);
  });

  test('shows nothing without an agency, except what a sign-in or a calendar needs', async () => {
    const signIn = ['identity', 'session', 'kept_form', 'calendar_feed'];
    expect((await visible('', table)) > 0).toBe(signIn.includes(table));
  });
});

test('to read some referrals, the database does not read all referrals of the agency', async () => {
  for (const table of ['referral', 'clock', 'journal', 'letter']) {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN SELECT FROM ${table}`);
    expect([table, rows.filter((row) => row['QUERY PLAN'].includes('hashed'))]).toEqual([table, []]);
  }
});

test('only the coordinating agency sees and adds acknowledgements of log alarms', async () => {
  const add = async (agencyId: string) => {
    await client.query('BEGIN');
    try {
      await client.query(`SELECT set_config('liaise.agency', $1, true)`, [agencyId]);
      await client.query(`INSERT INTO log_alarm_acknowledgement (alarm_id, person_id) VALUES (1, 'ines.rowan')`);
      return (await client.query('SELECT FROM log_alarm_acknowledgement')).rowCount;
    } finally {
      await client.query('ROLLBACK');
    }
  };
  expect(await add('xr-desk')).toBe(1);
  for (const agencyId of [SENDER, OTHER, '']) await expect(add(agencyId)).rejects.toMatchObject({ code: '42501' });
});

test('a web server stores the clock of its host, and a person does not', async () => {
  for (const aheadMs of [1, 2]) await saveHostClock(pages, { host: 'web-1', of: 'database', aheadMs });
  expect(await readHostClocks(pages)).toMatchObject([{ host: 'web-1', aheadMs: 2 }]);
  await client.query('BEGIN');
  await client.query(`SELECT set_config('liaise.agency', $1, true)`, [SENDER]);
  const byPerson = client.query(`INSERT INTO host_clock (host, of, ahead_ms) VALUES ('web-2', 'database', 1)`);
  await expect(byPerson.finally(() => client.query('ROLLBACK'))).rejects.toMatchObject({ code: '42501' });
});

test('the search of the audit log uses indexes, also for changes of the directory', async () => {
  const planOf = async (role: string, query: string) => {
    const db = connectAs(databaseUrl, role);
    const [, plan] = await db.$transaction([
      db.$executeRawUnsafe('SET LOCAL enable_seqscan = off'),
      db.$queryRawUnsafe(`EXPLAIN ${query}`),
    ]);
    return JSON.stringify(plan);
  };
  const search = `SELECT id FROM audit_leaf WHERE by_agency_id = '${OTHER}' OR id = ANY(ARRAY(SELECT leaves_concerning('${OTHER}')))`;
  expect(await planOf('liaise_pages', search)).not.toContain('Seq Scan on audit_leaf');
  const body = `SELECT id FROM audit_leaf WHERE (leaf #> '{about,agencies}') IS NOT NULL
    AND leaf #> '{about,agencies}' @> to_jsonb('${OTHER}'::text)`;
  expect(await planOf('liaise_owner', body)).toContain('audit_leaf_concerned_idx');
});

describe('what liaise_pages may not write', () => {
  const attempt = async (statement: string, values: unknown[] = [], agencyId = OTHER) => {
    await client.query('BEGIN');
    try {
      await client.query(`SELECT set_config('liaise.agency', $1, true)`, [agencyId]);
      return (await client.query(statement, values)).rowCount;
    } finally {
      await client.query('ROLLBACK');
    }
  };

  test.each(['draft', 'saved_view', 'look', 'kept_form', 'particulars', 'data_key', 'session', 'calendar_feed'])(
    'rows of another agency in %s: none is deleted',
    async (table) => expect(await attempt(`DELETE FROM ${table}`)).toBe(0),
  );

  test('the key and the recorded text of its own referral are not deleted', async () => {
    expect(await attempt('DELETE FROM data_key WHERE referral_id = $1', [referralId], SENDER)).toBe(0);
    expect(await attempt('DELETE FROM particulars WHERE referral_id = $1', [referralId], SENDER)).toBe(0);
  });

  test('a referral and a key can be locked, and not changed', async () => {
    const locked = 'SELECT FROM referral WHERE id = $1 FOR UPDATE';
    expect(await attempt(locked, [referralId], SENDER)).toBe(1);
    const denied = { code: '42501' };
    await expect(attempt('UPDATE referral SET id = id', [], SENDER)).rejects.toMatchObject(denied);
    await expect(attempt('UPDATE data_key SET referral_id = referral_id', [], SENDER)).rejects.toMatchObject(denied);
    await expect(attempt("UPDATE referral SET status = 'closed'", [], SENDER)).rejects.toMatchObject(denied);
  });

  test('a draft, a text or a leaf in the name of another agency is refused', async () => {
    const draft = `INSERT INTO draft (id, agency_id, person_id, step, changed_at) VALUES ($1, '${SENDER}', 'a', 'b', now())`;
    const text = `INSERT INTO particulars (id, referral_id, sealed, agency_id) VALUES ($1, $1, '', '${SENDER}')`;
    const leaf = `INSERT INTO audit_leaf (at, operation, leaf) VALUES (now(), $1, '{"by": {"agencyId": "${SENDER}"}}')`;
    for (const statement of [draft, text]) {
      await expect(attempt(statement, [randomUUID()])).rejects.toMatchObject({ code: '42501' });
    }
    await expect(attempt(leaf, ['disclosure'])).rejects.toMatchObject({ code: '42501' });
  });
});

test('for any agency, the sessions of a person at all agencies are listed and ended', async () => {
  const at = new Date();
  const began = { personId: 'otto.rowan', startedAt: at, seenAt: at };
  for (const n of [1, 2, 3, 4, 5]) {
    const providerSession = `provider-${n}`;
    await addSession(pages, {
      ...began,
      digest: `otto-${n}`,
      agencyId: n % 2 === 0 ? SENDER : 'xr-desk',
      providerSession,
    });
  }
  const list = () => asAgency(OTHER, () => listSessions(pages, 'otto.rowan', new Date(0)));
  expect(await list()).toHaveLength(5);
  await asAgency(OTHER, () => keepNewestSessions(pages, 'otto.rowan', 4));
  expect(await list()).toHaveLength(4);
  const [first, second] = await list();
  expect(await asAgency(OTHER, () => removeOwnSession(pages, 'otto.rowan', first?.digest ?? ''))).toBe(true);
  await asAgency(OTHER, () => removeSessionsOfProvider(pages, `provider-${second?.digest.at(-1)}`));
  expect(await list()).toHaveLength(2);
  const identity = { issuer: 'https://issuer.example', subject: 'otto', personId: 'otto.rowan' };
  const engine = connectAs(databaseUrl, 'liaise_engine');
  await engine.$transaction((tx) => insertIdentity(tx, identity));
  await engine.$transaction((tx) => deleteIdentity(tx, identity));
  expect(await list()).toEqual([]);
});

describe('the Prisma client', () => {
  const count = () => pages.party.count();

  test('reads for the agency of its scope, in transactions too', async () => {
    expect(await asAgency(SENDER, count)).toBe(1);
    expect(await asAgency(OTHER, count)).toBe(0);
    expect(await count()).toBe(0);
    const both = pages.$transaction(async (tx) => [
      await asAgency(SENDER, () => tx.party.count()),
      await asAgency(OTHER, () => tx.party.count()),
    ]);
    expect(await both).toEqual([1, 0]);
  });

  test('never mixes requests that run at the same time', async () => {
    const read = (agencyId: string) =>
      asAgency(agencyId, () => pages.referral.findFirst({ where: { id: referralId } }));
    const found = await Promise.all([...Array(40)].map((_, n) => read(n % 2 === 0 ? SENDER : OTHER)));
    expect(found.map((row) => row !== null)).toEqual(found.map((_, n) => n % 2 === 0));
  });

  test('rolls back and reports the error of a refused statement, and the connection stays usable', async () => {
    const refused = asAgency(SENDER, () => pages.$executeRaw`UPDATE referral SET status = 'closed'`);
    await expect(refused).rejects.toThrow(/permission denied/);
    expect(await asAgency(SENDER, count)).toBe(1);
  });
});

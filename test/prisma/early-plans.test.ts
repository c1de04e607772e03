/** Statements whose plan was made early: a connection keeps a plan that was made while a queue was empty, or no clock open. */

import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { claimLetters } from '../../prisma/store/letter-claims.ts';
import { mergeStatistics } from '../../prisma/store/statistics.ts';
import { takeEvents } from '../../prisma/store/webhook-queue.ts';
import { atEnd } from '../support/at-end.ts';
import { testDatabase } from '../support/database.ts';

const ROWS = 2_000;

let client: Client;

beforeAll(async () => {
  const { adminUrl } = await testDatabase();
  client = new Client({ connectionString: adminUrl });
  await client.connect();
  atEnd(() => client.end());
  // The server then knows that the tables are empty.
  await client.query('VACUUM ANALYZE letter, recipient_change, party_change, request_change, webhook_event');
  // As a connection that has used each statement several times.
  await client.query('SET plan_cache_mode = force_generic_plan');
  // The rows belong to no referral.
  await client.query(`SET session_replication_role = 'replica'`);
});

const REQUEST = `'2026-11', 'fi-alder', 'ee-amber', 'xr-desk', 'FI', 'tip', 'urgent'`;

test.each([
  {
    what: 'letters that are claimed',
    run: (db: Database) => claimLetters(db, randomUUID(), { shard: 0, shards: 1 }, { readers: 20, letters: 500 }),
    fill: `INSERT INTO letter (id, referral_id, seq, letter, addressee, status, decided_at, urgency, due_at)
      SELECT gen_random_uuid(), gen_random_uuid(), 1, 'receipt', jsonb_build_object('personId', n % 30), 'waiting', now(),
             'urgent', now() FROM generate_series(1, ${ROWS}) AS n`,
  },
  {
    what: 'changes of statistics',
    run: (db: Database) => mergeStatistics(db),
    fill: `INSERT INTO recipient_change (sign, firsts, month, agency_id, sender_agency_id, coordinator_agency_id, country,
      kind, urgency) SELECT 1, 15, ${REQUEST} FROM generate_series(1, ${ROWS})`,
  },
  {
    what: 'changes of statistics of requests',
    run: (db: Database) => mergeStatistics(db),
    fill: `INSERT INTO request_change (sign, authorisation, name, month, agency_id, sender_agency_id, coordinator_agency_id,
      country, kind, urgency) SELECT 1, false, 'requested', ${REQUEST} FROM generate_series(1, ${ROWS})`,
  },
  {
    what: 'events of webhooks',
    run: (db: Database) => takeEvents(db, ROWS),
    fill: `INSERT INTO webhook_event (referral_id, seq) SELECT gen_random_uuid(), 1 FROM generate_series(1, ${ROWS})`,
  },
])('$what are not compared with each other', async ({ run, fill }) => {
  const executions: string[] = [];
  for (const { text, values } of await statementsOf(run)) {
    const name = `s${executions.length}_${randomUUID().replaceAll('-', '')}`;
    await client.query(`PREPARE ${name} AS ${text}`);
    executions.push(`EXECUTE ${name} (${values.map((value) => client.escapeLiteral(String(value))).join(', ')})`);
  }
  for (const execute of executions) await client.query(execute);
  await client.query(fill);
  for (const execute of executions) expect(await rowsVisited(execute)).toBeLessThan(500 * ROWS);
});

test('the open deadlines of a referral are derived from its own clocks alone', async () => {
  // Those of a referral are far from each other, as in a large table.
  const clocks = (status: string) => `
    INSERT INTO clock (referral_id, id, name, debtor, status, late, started_at, due_at)
    SELECT referral_id, 'c' || n, 'triage', 'coordinator', '${status}', false, now(), now()
    FROM (SELECT gen_random_uuid() AS referral_id FROM generate_series(1, ${ROWS / 20})) AS r, generate_series(1, 20) AS n
    ORDER BY n, referral_id`;
  const [id] = (await client.query<{ id: string }>(PARTY)).rows.map((row) => row.id);
  await client.query(clocks('stopped'));
  await client.query('ANALYZE clock, party');
  await client.query('PREPARE derived AS SELECT * FROM derive_open_deadlines($1)');
  await client.query(`EXECUTE derived ('${id}')`);
  await client.query(clocks('running'));
  expect(await rowsVisited(`EXECUTE derived ('${id}')`)).toBeLessThan(20);
});

const PARTY = `
  INSERT INTO party (agency_id, referral_id, sender, coordinator, recipient, reference, kind, urgency, status, sender_agency_id,
    in_hand, questioned, urgency_order, breached, silent, submitted_at, changed_at, changed_seq)
  VALUES ('xr-desk', gen_random_uuid(), false, true, false, 'XR-2026-000001', 'tip', 'urgent', 'received', 'us-quartz',
    true, false, '1', false, false, now(), now(), 1)
  RETURNING referral_id AS id`;

/** The rows that the statement returned, compared or left out. */
async function rowsVisited(execute: string): Promise<number> {
  const explained = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${execute}`,
  );
  const plan = explained.rows[0]?.['QUERY PLAN'][0].Plan;
  return plan ? rowsOf(plan) : Number.POSITIVE_INFINITY;
}

interface PlanNode {
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Join Filter'?: number;
  Plans?: PlanNode[];
}

function rowsOf(node: PlanNode): number {
  const leftOut = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Join Filter'] ?? 0);
  const rows = (node['Actual Rows'] + leftOut) * node['Actual Loops'];
  return rows + (node.Plans ?? []).reduce((sum, child) => sum + rowsOf(child), 0);
}

/** The queries that a function of the store makes if every answer is empty. */
async function statementsOf(run: (db: Database) => Promise<unknown>): Promise<{ text: string; values: unknown[] }[]> {
  const statements: Prisma.Sql[] = [];
  const db = {
    $queryRaw: async (strings: TemplateStringsArray, ...values: unknown[]) => {
      statements.push(Prisma.sql(strings, ...values));
      return [];
    },
    $executeRaw: async () => 0,
    $transaction: (part: (tx: unknown) => Promise<unknown>) => part(db),
  };
  await run(db as unknown as Database);
  return statements.map(({ text, values }) => ({ text, values }));
}

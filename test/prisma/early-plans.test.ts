/** Statements that take rows from a queue. A connection keeps the plan that was made while the queue was empty. */

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
  for (const execute of executions) {
    const explained = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${execute}`,
    );
    const plan = explained.rows[0]?.['QUERY PLAN'][0].Plan;
    expect(plan && rowsOf(plan)).toBeLessThan(500 * ROWS);
  }
});

interface PlanNode {
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Join Filter'?: number;
  Plans?: PlanNode[];
}

/** The rows that each node of the plan returned or compared. */
function rowsOf(node: PlanNode): number {
  const rows = (node['Actual Rows'] + (node['Rows Removed by Join Filter'] ?? 0)) * node['Actual Loops'];
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

/** The statement that claims letters stays quick, whenever the server planned it. */

import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Queries } from '../../prisma/store/connect.ts';
import { claimLetters } from '../../prisma/store/letter-claims.ts';
import { atEnd } from '../support/at-end.ts';
import { testDatabase } from '../support/database.ts';

const LETTERS = 1_000;

test('a plan from a time without letters compares no letter with every other', async () => {
  const { adminUrl } = await testDatabase();
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  atEnd(() => client.end());
  const { text, values } = await claimStatement();
  // As a connection that has used the statement several times.
  await client.query('SET plan_cache_mode = force_generic_plan');
  await client.query(`PREPARE claim AS ${text}`);
  const execute = `EXECUTE claim (${values.map((value) => client.escapeLiteral(String(value))).join(', ')})`;
  await client.query(execute);
  // The letters belong to no referral.
  await client.query(`SET session_replication_role = 'replica'`);
  await client.query(`
    INSERT INTO letter (id, referral_id, seq, letter, addressee, status, decided_at, urgency, due_at)
    SELECT gen_random_uuid(), gen_random_uuid(), 1, 'receipt', jsonb_build_object('personId', n % 30), 'waiting', now(),
           'urgent', now()
    FROM generate_series(1, ${LETTERS}) AS n`);
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${execute}`,
  );
  const plan = rows[0]?.['QUERY PLAN'][0].Plan;
  expect(plan && rowsOf(plan)).toBeLessThan(200 * LETTERS);
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

async function claimStatement(): Promise<{ text: string; values: unknown[] }> {
  let statement = Prisma.empty;
  const $queryRaw = async (strings: TemplateStringsArray, ...values: unknown[]) => {
    statement = Prisma.sql(strings, ...values);
    return [];
  };
  const db = { $queryRaw } as unknown as Queries;
  await claimLetters(db, randomUUID(), { shard: 0, shards: 1 }, { readers: 20, letters: 500 });
  return { text: statement.text, values: statement.values };
}

/** The database refuses every change of the journal and the audit log except inserts, for every role. */

import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';

let client: Client;

/** Connects as the role that owns the tables. */
beforeAll(async () => {
  const { url } = await testDatabase();
  client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    `INSERT INTO journal (referral_id, seq, at, act_id, by, schema, type, event)
     VALUES ($1, 1, now(), 'act', '{}', 1, 'submitted', '{}')`,
    [randomUUID()],
  );
  await client.query(`INSERT INTO audit_leaf (at, operation, leaf) VALUES (now(), 'collection', '{}')`);
});

afterAll(() => client.end());

async function rowsOf(table: string): Promise<unknown[]> {
  return (await client.query(`SELECT * FROM ${table}`)).rows;
}

describe.each(['journal', 'audit_leaf'])('%s', (table) => {
  const statements = [
    `UPDATE ${table} SET at = now()`,
    `UPDATE ${table} SET at = now() WHERE false`,
    `DELETE FROM ${table}`,
    `TRUNCATE ${table}`,
    `TRUNCATE ${table} CASCADE`,
    `INSERT INTO ${table} SELECT * FROM ${table} ON CONFLICT ${table === 'journal' ? '(referral_id, seq)' : '(id)'} DO UPDATE SET at = now()`,
    `MERGE INTO ${table} AS kept USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE`,
  ];

  test.each(statements)('refuses %s', async (statement) => {
    const before = await rowsOf(table);
    await expect(client.query(statement)).rejects.toMatchObject({
      code: '42501',
      message: expect.stringContaining(`${table} is append-only`),
      hint: 'Record a new entry instead.',
    });
    expect(await rowsOf(table)).toEqual(before);
  });

  test('refuses it within a transaction too, which is then rolled back', async () => {
    await client.query('BEGIN');
    await client.query('INSERT INTO inner_country (country) VALUES ($1)', ['XA']);
    await expect(client.query(`DELETE FROM ${table}`)).rejects.toThrow();
    await client.query('ROLLBACK');
    expect(await rowsOf('inner_country')).toEqual([]);
  });
});

/** The database refuses every change of the journal and the audit log except inserts, for every role. */

import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { urlAs } from '../../dev/postgres.ts';
import { testDatabase } from '../support/database.ts';

let client: Client;

/** Connects as the role that owns the tables. */
beforeAll(async () => {
  const { url } = await testDatabase();
  client = new Client({ connectionString: urlAs(url, 'liaise_owner') });
  await client.connect();
  await client.query(
    `INSERT INTO journal (referral_id, seq, at, act_id, by, schema, type, event)
     VALUES ($1, 1, now(), 'act', '{}', 1, 'submitted', '{}')`,
    [randomUUID()],
  );
  await client.query(`INSERT INTO audit_leaf (at, operation, leaf) VALUES (now(), 'collection', '{}')`);
  await client.query(`INSERT INTO log_entry (position, leaf_id, hash) VALUES (0, 1, '\\x00')`);
  await client.query(`INSERT INTO log_tile (level, index, hashes, root) VALUES (0, 0, '\\x00', '\\x00')`);
  await client.query(`INSERT INTO log_checkpoint (size, note) VALUES (1, 'note')`);
  await client.query(`INSERT INTO log_cosignature (checkpoint_id, witness, line) VALUES (1, 'w', 'line')`);
  await client.query(`INSERT INTO log_alarm (kind, detail) VALUES ('rolled-back', '')`);
});

afterAll(() => client.end());

async function rowsOf(table: string): Promise<unknown[]> {
  return (await client.query(`SELECT * FROM ${table}`)).rows;
}

describe.each([
  ['journal', 'at = now()', 'referral_id, seq'],
  ['audit_leaf', 'at = now()', 'id'],
  ['log_entry', 'hash = hash', 'position'],
  ['log_tile', 'root = root', 'level, index'],
  ['log_checkpoint', 'signed_at = now()', 'id'],
  ['log_cosignature', 'received_at = now()', 'checkpoint_id, witness'],
  ['log_alarm', 'at = now()', 'id'],
])('%s', (table, change, key) => {
  // The value of a generated column cannot be inserted.
  const columns = 'id, at, operation, leaf';
  const copied = table === 'audit_leaf' ? `(${columns}) SELECT ${columns} FROM ${table}` : `SELECT * FROM ${table}`;
  const statements = [
    `UPDATE ${table} SET ${change}`,
    `UPDATE ${table} SET ${change} WHERE false`,
    `DELETE FROM ${table}`,
    `TRUNCATE ${table}`,
    `TRUNCATE ${table} CASCADE`,
    `INSERT INTO ${table} ${copied} ON CONFLICT (${key}) DO UPDATE SET ${change.replace('= ', `= ${table}.`).replace(`${table}.now`, 'now')}`,
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

/** Each test gets a separate database, which is dropped afterwards. */

import { Client } from 'pg';
import { expect, inject, test } from 'vitest';
import { testDatabase } from './database.ts';

const names: string[] = [];

test('two databases are independent', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  await one.db.innerCountry.create({ data: { country: 'XA' } });
  expect(await one.db.innerCountry.count()).toBe(1);
  expect(await other.db.innerCountry.count()).toBe(0);
  names.push(...[one, other].map(({ url }) => new URL(url).pathname.slice(1)));
});

test('a database is dropped at the end of its test, even with an open connection', async () => {
  const client = new Client({ connectionString: inject('templateUrl').replace(/[^/]+$/, 'postgres') });
  await client.connect();
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE datname = ANY ($1)', [names]);
  await client.end();
  expect([names.length, rows]).toEqual([2, []]);
});

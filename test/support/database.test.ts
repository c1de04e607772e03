/** A database for each test, and none left behind. */

import { Client } from 'pg';
import { expect, inject, test } from 'vitest';
import { testDatabase } from './database.ts';

const names: string[] = [];

test('what one test writes is not seen by another', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  await one.db.innerCountry.create({ data: { country: 'XA' } });
  expect(await one.db.innerCountry.count()).toBe(1);
  expect(await other.db.innerCountry.count()).toBe(0);
  names.push(...[one, other].map(({ url }) => new URL(url).pathname.slice(1)));
});

test('a database goes with its test, even when somebody is still connected', async () => {
  const client = new Client({ connectionString: inject('templateUrl').replace(/[^/]+$/, 'postgres') });
  await client.connect();
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE datname = ANY ($1)', [names]);
  await client.end();
  expect([names.length, rows]).toEqual([2, []]);
});

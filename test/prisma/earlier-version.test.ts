/** A database of the previous version, with rows in every table, is migrated; everything in it can be read and continued. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { repair } from '../../client/recovery/repair.ts';
import { parseKeyring } from '../../domain/keyring.ts';
import type { Submission } from '../../domain/submission.ts';
import { migrate } from '../../prisma/migrate.ts';
import { readMigrations } from '../../prisma/migrations.ts';
import { compareWithJournal } from '../../prisma/store/comparison.ts';
import { readParticulars } from '../../prisma/store/particulars.ts';
import { rebuildReferral } from '../../prisma/store/rebuild.ts';
import { compareStatistics, mergeStatistics } from '../../prisma/store/statistics.ts';
import { type Caller, callerOf } from '../client/api/api-client.ts';
import { emptyDatabase, openTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Browser, testDesk } from '../support/desk.ts';
import { connectedEngine, type TestEngine, workerFor } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { realServer } from '../support/temporal.ts';

const DUMP = readFileSync(join(import.meta.dirname, 'dumps/version-0.1.sql'), 'utf8');
const KEYS = JSON.parse(readFileSync(join(import.meta.dirname, '../replay/keys.json'), 'utf8'));

const REFERRALS = {
  /** From submission to closure, with an origin reference, a file hash and an answered question. */
  closed: '9acbcdd6-e81b-5749-84b8-d55d13e5c9d6',
  /** Referred to Finland, with an open question, and a link to the closed one. */
  open: 'fb95d272-0cdd-5729-b990-af961569f6e9',
  /** Closed as a duplicate of the open one. */
  duplicate: 'bc9f3b74-cded-56f3-8447-03c4a3bcb745',
  /** Filed, then erased. */
  erased: 'c8678398-b6b5-5d0d-9b40-fc6f897afa2c',
  /** That version accepted incidents at the edges of the calendar: `+010000-01-01T13:59:59.000Z` is stored, */
  year10000: 'e7ab846e-1fce-5012-8a3d-e0128550cfe7',
  /** and `0000-12-31T10:00:00.000Z`. */
  year0: '8e6e77b9-6a14-5102-a77c-bf1ec6e7f497',
};
const IDS = Object.entries(REFERRALS);

let database: TestDatabase;
let applied: string[];

beforeAll(async () => {
  const url = await emptyDatabase();
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(DUMP);
  await client.end();
  applied = await migrate(url);
  database = openTestDatabase(url);
});

test('the migrations that it lacked are applied, and no row is lost', async () => {
  const all = (await readMigrations()).migrationDirectories.map(({ path }) => path);
  expect(applied.length).toBeGreaterThan(0);
  expect(applied).toEqual(all.slice(-applied.length));
  const rowsOf = new Map<string, number>();
  for (const [, table = ''] of DUMP.matchAll(/^INSERT INTO "(\w+)"/gm)) rowsOf.set(table, (rowsOf.get(table) ?? 0) + 1);
  const tables = [...DUMP.matchAll(/^CREATE TABLE "(\w+)"/gm)].map(([, table = '']) => table);
  expect(tables.filter((table) => !rowsOf.has(table))).toEqual([]);
  rowsOf.delete('_prisma_migrations');
  for (const [table, rows] of rowsOf) {
    const [counted] = await database.db.$queryRawUnsafe<{ rows: number }[]>(
      `SELECT count(*)::int AS rows FROM ${table}`,
    );
    expect({ table, rows: counted?.rows }).toEqual({ table, rows });
  }
});

test.each(IDS)('the journal of the %s referral folds, and its projections agree with it', async (_, id) => {
  const { referral, differs, isWhole } = await compareWithJournal(database.db, id);
  expect({ differs, isWhole, id: referral?.id }).toEqual({ differs: [], isWhole: true, id });
});

test('a rebuild counts the entries that each party sees, which that version did not', async () => {
  const uncounted = () => database.db.party.count({ where: { entries: null } });
  expect(await uncounted()).toBeGreaterThan(0);
  for (const [, id] of IDS) expect(await rebuildReferral(database.db, id)).toBe('rebuilt');
  expect(await uncounted()).toBe(0);
  for (const [, id] of IDS) expect(await rebuildReferral(database.db, id)).toBe('same');
});

test('statistics count what that version recorded', async () => {
  const { db } = database;
  expect(await compareStatistics(db)).toEqual([]);
  expect(await mergeStatistics(db)).toBeGreaterThan(0);
  expect(await compareStatistics(db)).toEqual([]);
  expect(await db.statistic.count({ where: { agencyId: 'xr-desk', dimension: 'country', key: 'FI' } })).toBeGreaterThan(
    0,
  );
});

test('particulars can be read with the keys of that version, except those of the erased referral', async () => {
  const keyring = parseKeyring(JSON.stringify(KEYS));
  const rows = await database.db.particulars.findMany({ select: { id: true, referralId: true } });
  for (const row of rows) {
    const words = await readParticulars(database.db, keyring, row);
    expect(words === undefined).toBe(row.referralId === REFERRALS.erased);
  }
});

describe('on the engine of this version', () => {
  let liaise: TestEngine;
  let noor: Caller;
  let pages: Browser;

  beforeAll(async () => {
    const place = { address: (await realServer()).address, namespace: 'default' };
    liaise = await connectedEngine(place, KEYS, database);
    await workerFor(liaise, place);
    const desk = await testDesk(liaise);
    [noor, pages] = [await callerOf(desk, 'noor.rowan'), await desk.browser('noor.rowan')];
  }, 120_000);

  test.each(IDS)('the API reads the %s referral', async (_, id) => {
    for (const path of ['', '/timeline', '/clocks']) {
      const answer = await noor.get(`/referrals/${id}${path}`);
      expect({ path, status: answer.statusCode }).toEqual({ path, status: 200 });
    }
  });

  test.each(IDS)('the pages show the %s referral', async (name, id) => {
    expect((await pages.get(`/referrals/${id}`)).statusCode).toBe(200);
    const purpose = 'To see what the previous version stored.';
    const { statusCode } = await pages.post(`/referrals/${id}/particulars`, { purpose });
    expect(statusCode).toBe(name === 'erased' ? 409 : 200);
  });

  test('the list contains all of them', async () => {
    const { referrals } = (await noor.get('/referrals')).json();
    const ids = referrals.map(({ referralId }: { referralId: string }) => referralId);
    expect(ids.toSorted()).toEqual(Object.values(REFERRALS).toSorted());
  });

  test('after `liaise repair`, open referrals continue and `liaise check` finds nothing', async () => {
    await repair({ db: liaise.db, temporal: liaise.temporal });
    await expect.poll(() => check(liaise), { timeout: 60_000, interval: 500 }).toEqual([]);
  });

  test('a submission that was sent to that version gets its receipt', async () => {
    const quinn = await liaise.person('quinn.quartz');
    const submission: Submission = {
      ...anUrgentSubmission(),
      originReferences: [{ system: 'case-register', id: 'K-1' }],
      materials: [{ algorithm: 'md5', value: '0f'.repeat(16), source: 'provider', classification: 'unclassified' }],
    };
    const receipt = await liaise.engine.submit(quinn, submission, { key: 'closed' });
    expect(receipt).toMatchObject({ referralId: REFERRALS.closed, status: 'received' });
  });
});

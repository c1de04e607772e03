/** Loaded referrals agree with their journals, the audit log and the statistics, so what is measured with them is realistic. */

import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { load } from '../../bench/load/load.ts';
import { check } from '../../client/recovery/check.ts';
import { testDatabase } from '../support/database.ts';

/** A Temporal without workflows. */
const TEMPORAL = {
  workflow: {
    async *list() {},
    getHandle: (id: string) => ({
      describe: () => Promise.reject(new WorkflowNotFoundError('There is no such workflow.', id, undefined)),
    }),
  },
} as unknown as Client;

test('several batches, and a second load, leave nothing that check finds, except workflows of open referrals', async () => {
  const { adminUrl, db } = await testDatabase();
  const lines: string[] = [];
  await load({ databaseUrl: adminUrl, referrals: 160, batch: 70, progress: (line) => lines.push(line) });
  const before = await db.referral.count({ where: { status: 'received' } });
  await load({ databaseUrl: adminUrl, referrals: 40, waiting: 30, progress: () => {} });
  expect(await db.referral.count({ where: { status: 'received' } })).toBeGreaterThanOrEqual(before + 30);
  expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/^160 of 160 referrals, .* minutes left$/)]));
  const queries = vi.spyOn(pg.Client.prototype, 'query');
  const findings = await check({ db, temporal: TEMPORAL });
  // Far fewer than one for each referral: they are read in pages.
  expect(queries.mock.calls.length).toBeLessThan(120);
  queries.mockRestore();
  expect(new Set(findings.map(({ fault }) => fault))).toEqual(new Set(['no-workflow']));
  expect(await db.referral.count()).toBe(200);
  expect(await db.recipientChange.count()).toBe(0);
  const counters = await db.referenceCounter.findMany();
  expect(counters.reduce((sum, { last }) => sum + last, 0)).toBe(200);
  expect(counters.length).toBeGreaterThan(2);
});

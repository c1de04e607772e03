/** Clocks of hosts that differ are measured, exported and shown. */

import { Registry } from 'prom-client';
import { beforeAll, expect, test } from 'vitest';
import type { CliDependencies } from '../../../client/cli/dependencies.ts';
import { databaseAheadMs, gaugeClocks, TemporalClock } from '../../../client/platform/clock-offset.ts';
import { measureClocks } from '../../../client/platform/measure-clocks.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { readHostClocks, saveHostClock } from '../../../prisma/store/host-clocks.ts';
import { testDatabase } from '../../support/database.ts';
import { runCommand } from '../cli/run-command.ts';

let db: Database;

beforeAll(async () => {
  db = (await testDatabase()).db;
});

/** A database whose clock differs. */
const databaseAhead = (milliseconds: number) =>
  ({ $queryRaw: async () => [{ now: Date.now() + milliseconds }] }) as unknown as Database;

const clocks = (of: Database, json = '') =>
  runCommand(`host-times ${json}`, { services: { readerDb: of } as unknown as CliDependencies });

test('the clock of the real database on this host is nearly the same', async () => {
  expect(Math.abs(await databaseAheadMs(db))).toBeLessThan(1_000);
  expect(await databaseAheadMs(databaseAhead(-5_000))).toBeCloseTo(-5_000, -2);
});

test('a task that waited does not hide how far the clock of Temporal is ahead', () => {
  const temporal = new TemporalClock();
  expect(temporal.aheadMs()).toBeUndefined();
  for (const waited of [400, 5, 9_000]) temporal.started(Date.now() + 3_000 - waited);
  expect(temporal.aheadMs()).toBeCloseTo(2_995, -2);
});

test('both are exported, and what cannot be measured has no value', async () => {
  const registry = new Registry();
  const temporal = new TemporalClock();
  temporal.started(Date.now() - 4_000);
  gaugeClocks(registry, databaseAhead(7_000), temporal);
  expect(await registry.metrics()).toMatch(/liaise_clock_ahead_seconds\{of="database"\} (6\.9|7)/);
  expect(await registry.metrics()).toMatch(/liaise_clock_ahead_seconds\{of="temporal"\} -(3\.9|4)/);
  const away = new Registry();
  gaugeClocks(away, { $queryRaw: () => Promise.reject(new Error('away')) } as unknown as Database);
  expect(await away.metrics()).not.toContain('of=');
});

test('the measurements of workers are listed, and clocks that are too far apart fail the command', async () => {
  const temporal = new TemporalClock();
  temporal.started(Date.now());
  await measureClocks({ db, temporal });
  await measureClocks({ db, temporal });
  expect((await readHostClocks(db)).map(({ of }) => of)).toEqual(['database', 'temporal']);
  const good = await clocks(db, '--json');
  expect(good.status).toBe(0);
  expect(JSON.parse(good.out)).toHaveLength(3);
  await saveHostClock(db, { host: 'worker-2', of: 'temporal', aheadMs: 61_000.4 });
  const bad = await clocks(db);
  expect(bad.out).toMatch(/worker-2\s+temporal\s+61000 ms/);
  expect(bad.err).toContain('NOT_WHOLE');
  expect(bad.status).not.toBe(0);
});

test('hosts that are gone are forgotten after a day', async () => {
  await saveHostClock(db, { host: 'old', of: 'database', aheadMs: 1 });
  await db.hostClock.updateMany({
    where: { host: 'old' },
    data: { measuredAt: new Date(Date.now() - 25 * 3_600_000) },
  });
  await saveHostClock(db, { host: 'new', of: 'database', aheadMs: 1 });
  expect((await readHostClocks(db)).map(({ host }) => host)).not.toContain('old');
});

/** Measures how far the clocks of PostgreSQL and Temporal are from that of this host, for `liaise host-times`. */

import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { Database } from '../../prisma/store/connect.ts';
import { saveHostClock } from '../../prisma/store/host-clocks.ts';
import { databaseAheadMs, type TemporalClock } from './clock-offset.ts';

const INTERVAL_MS = 60_000;

/** What a process measures. Web servers start no tasks of Temporal, so they have no `temporal`. */
interface MeasuringParts {
  db: Database;
  temporal?: TemporalClock;
}

/** Stores the measurements of this host now and every minute until `signal` aborts. A failed one is left out. */
export async function keepMeasuringClocks(parts: MeasuringParts, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await measureClocks(parts).catch(() => {});
    await setTimeout(INTERVAL_MS, undefined, { signal }).catch(() => {});
  }
}

/** Stores the measurements once. */
export async function measureClocks({ db, temporal }: MeasuringParts): Promise<void> {
  const host = hostname();
  await saveHostClock(db, { host, of: 'database', aheadMs: await databaseAheadMs(db) });
  const aheadMs = temporal?.aheadMs();
  if (aheadMs !== undefined) await saveHostClock(db, { host, of: 'temporal', aheadMs });
}

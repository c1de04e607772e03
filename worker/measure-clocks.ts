/** Measures how far the clocks of PostgreSQL and Temporal are from that of this worker's host, for `liaise host-times`. */

import { hostname } from 'node:os';
import { databaseAheadMs, type TemporalClock } from '../client/platform/clock-offset.ts';
import type { Database } from '../prisma/store/connect.ts';
import { saveHostClock } from '../prisma/store/host-clocks.ts';

/** Stores both measurements. */
export async function measureClocks(db: Database, temporal: TemporalClock): Promise<void> {
  const host = hostname();
  await saveHostClock(db, { host, of: 'database', aheadMs: await databaseAheadMs(db) });
  const aheadMs = temporal.aheadMs();
  if (aheadMs !== undefined) await saveHostClock(db, { host, of: 'temporal', aheadMs });
}

/** Stores how far clocks were apart when the hosts of workers and web servers last measured them. */

import type { Database, Queries } from './connect.ts';

/** A measurement: how far the clock of PostgreSQL or Temporal was ahead of the clock of the host. */
export interface HostClock {
  host: string;
  of: 'database' | 'temporal';
  aheadMs: number;
  /** In the time of the database. */
  measuredAt: Date;
}

/** Replaces the measurement of the host, and deletes those of hosts that measured nothing for a day. */
export async function saveHostClock(db: Database, { host, of, aheadMs }: Omit<HostClock, 'measuredAt'>): Promise<void> {
  await db.$executeRaw`
    WITH old AS (DELETE FROM host_clock WHERE measured_at < now() - interval '1 day' AND host <> ${host})
    INSERT INTO host_clock (host, of, ahead_ms, measured_at) VALUES (${host}, ${of}, ${Math.round(aheadMs)}, now())
    ON CONFLICT (host, of) DO UPDATE SET ahead_ms = EXCLUDED.ahead_ms, measured_at = EXCLUDED.measured_at`;
}

/** Returns the last measurement of each host. */
export async function readHostClocks(db: Queries): Promise<HostClock[]> {
  const rows = await db.hostClock.findMany({ orderBy: [{ host: 'asc' }, { of: 'asc' }] });
  return rows as HostClock[];
}

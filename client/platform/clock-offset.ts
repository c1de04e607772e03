/** How far the clocks of PostgreSQL and Temporal are ahead of the clock of this host. Every deadline rests on the time. */

import { Gauge, type Registry } from 'prom-client';
import type { Database } from '../../prisma/store/connect.ts';
import { withTimeout } from './with-timeout.ts';

/** Clocks further apart than this are wrong, in milliseconds. */
export const MAX_CLOCK_OFFSET_MS = 2_000;

const MEASURE_TIMEOUT_MS = 2_000;

/**
 * In milliseconds; negative if the database is behind. The error is at most half of the time that the query takes. The first
 * query may open a connection, so the quicker of two counts.
 */
export async function databaseAheadMs(db: Pick<Database, '$queryRaw'>): Promise<number> {
  const [first, second] = [await measure(db), await measure(db)];
  return (first.tookMs < second.tookMs ? first : second).aheadMs;
}

async function measure(db: Pick<Database, '$queryRaw'>): Promise<{ aheadMs: number; tookMs: number }> {
  const before = Date.now();
  const rows = await db.$queryRaw<
    { now: number }[]
  >`SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now`;
  const after = Date.now();
  return { aheadMs: (rows[0]?.now ?? Number.NaN) - (before + after) / 2, tookMs: after - before };
}

/**
 * Estimates how far Temporal's clock is ahead, from the instants at which Temporal scheduled tasks and this host started them.
 * Each task also waits for a moment, so the largest of the recent values is the closest.
 */
export class TemporalClock {
  readonly #recent: { aheadMs: number; at: number }[] = [];

  started(scheduledAtMs: number, now = Date.now()): void {
    const at = performance.now();
    this.#recent.push({ aheadMs: scheduledAtMs - now, at });
    while ((this.#recent[0]?.at ?? at) < at - RECENT_MS || this.#recent.length > RECENT_COUNT) this.#recent.shift();
  }

  /** Undefined if this host started no task recently. */
  aheadMs(): number | undefined {
    const since = performance.now() - RECENT_MS;
    const all = this.#recent.filter(({ at }) => at >= since).map(({ aheadMs }) => aheadMs);
    return all.length > 0 ? Math.max(...all) : undefined;
  }
}

const RECENT_MS = 10 * 60_000;
const RECENT_COUNT = 200;

/** Adds the gauge. It is measured at each scrape; a clock that cannot be measured has no value. */
export function gaugeClocks(registry: Registry, db: Pick<Database, '$queryRaw'>, temporal?: TemporalClock): void {
  new Gauge({
    name: 'liaise_clock_ahead_seconds',
    help: 'How far the clock of PostgreSQL or Temporal is ahead of the clock of this host.',
    labelNames: ['of'],
    registers: [registry],
    async collect() {
      const measured = await withTimeout(databaseAheadMs(db), MEASURE_TIMEOUT_MS).catch(() => undefined);
      for (const [of, aheadMs] of Object.entries({ database: measured, temporal: temporal?.aheadMs() })) {
        if (aheadMs === undefined) this.remove({ of });
        else this.set({ of }, aheadMs / 1000);
      }
    },
  });
}

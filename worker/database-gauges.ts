/** Gauges for Prometheus: counts from the database, and whether PostgreSQL and Temporal are reachable. */

import { Gauge, type Registry } from 'prom-client';
import { withTimeout } from '../client/platform/with-timeout.ts';
import type { Figures } from '../prisma/store/figures.ts';
import type { RunningWorker } from './create-worker.ts';

const CACHE_MS = 5_000;
const QUERY_TIMEOUT_MS = 2_000;

/**
 * Adds the gauges to the registry. Call the returned function before each scrape: it queries the database at most once
 * in a few seconds. While the database is unavailable, `liaise_database_up` is 0 and the other gauges have no value.
 */
export function gaugeFigures(
  registry: Registry,
  worker: Pick<RunningWorker, 'readiness' | 'figures'>,
): () => Promise<void> {
  const { temporalUp, ...gauges } = createGauges(registry);
  const read = async () => {
    const [{ running, temporal }] = await Promise.all([
      worker.readiness(),
      withTimeout(worker.figures(), QUERY_TIMEOUT_MS).then(
        (figures) => set(gauges, figures),
        () => unset(gauges),
      ),
    ]);
    // A stopping worker does not check Temporal.
    if (running) temporalUp.set(temporal ? 1 : 0);
    else temporalUp.remove();
  };
  let known: Promise<void> = Promise.resolve();
  let expiresAt = 0;
  return () => {
    if (performance.now() < expiresAt) return known;
    expiresAt = performance.now() + CACHE_MS;
    known = read();
    return known;
  };
}

type Gauges = Omit<ReturnType<typeof createGauges>, 'temporalUp'>;

function createGauges(registry: Registry) {
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  return {
    up: gauge('liaise_database_up', 'Whether the database answered.'),
    temporalUp: gauge('liaise_temporal_up', 'Whether Temporal answered.'),
    open: gauge('liaise_referrals_open', 'Open referrals, by status.', 'status'),
    dueSoon: gauge('liaise_clocks_due_soon', 'Running clocks that end within the hour, by name.', 'clock'),
    breached: gauge('liaise_clocks_breached', 'Clocks of open referrals that ran out, still unanswered.', 'clock'),
    waiting: gauge('liaise_letters_waiting', 'Letters decided and not yet sent.'),
    failed: gauge('liaise_letters_failed_last_day', 'Letters given up within a day, by reply code or reason.', 'code'),
    readings: gauge('liaise_readings_to_review', 'Readings in an emergency that no second person has reviewed.'),
    webhooksWaiting: gauge('liaise_webhook_deliveries_waiting', 'Deliveries of enabled webhooks, not yet sent.'),
    webhooksFailing: gauge('liaise_webhook_failing_seconds', 'How long the webhook that failed first has failed.'),
    webhooksDisabled: gauge('liaise_webhooks_disabled', 'Webhooks that Liaise disabled because they failed.'),
    lag: gauge(
      'liaise_journal_lag_seconds',
      'How long ago the oldest letter was decided that is not sent, the oldest clock ran out that is not expired.',
      'of',
    ),
  };
}

function set(gauges: Gauges, figures: Figures): void {
  gauges.up.set(1);
  gauges.failed.reset();
  for (const [status, count] of Object.entries(figures.open)) gauges.open.set({ status }, count);
  for (const [clock, count] of Object.entries(figures.dueSoon)) gauges.dueSoon.set({ clock }, count);
  for (const [clock, count] of Object.entries(figures.breached)) gauges.breached.set({ clock }, count);
  for (const [code, count] of Object.entries(figures.lettersFailed)) gauges.failed.set({ code }, count);
  gauges.waiting.set(figures.lettersWaiting);
  gauges.readings.set(figures.readingsToReview);
  gauges.webhooksWaiting.set(figures.webhooks.waiting);
  gauges.webhooksFailing.set(secondsSince(figures.webhooks.failingSince));
  gauges.webhooksDisabled.set(figures.webhooks.disabled);
  gauges.lag.set({ of: 'letters' }, secondsSince(figures.oldestLetterAt));
  gauges.lag.set({ of: 'clocks' }, secondsSince(figures.oldestOverdueAt));
}

function secondsSince(at: Date | null): number {
  return at === null ? 0 : Math.max((Date.now() - at.getTime()) / 1000, 0);
}

/** Removes old values, which would be read as current. */
function unset({
  up,
  waiting,
  readings,
  webhooksWaiting,
  webhooksFailing,
  webhooksDisabled,
  ...labelled
}: Gauges): void {
  for (const gauge of Object.values(labelled)) gauge.reset();
  for (const gauge of [waiting, readings, webhooksWaiting, webhooksFailing, webhooksDisabled]) gauge.remove();
  up.set(0);
}

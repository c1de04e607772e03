/** Monitoring endpoints of a worker: `/health`, `/ready` and `/metrics`. */

import { collectDefaultMetrics } from 'prom-client';
import { type EndpointAnswer, json } from '../client/platform/endpoint.ts';
import type { RunningWorker } from './create-worker.ts';
import { gaugeFigures } from './database-gauges.ts';
import type { Metrics } from './metrics.ts';

interface WatchedParts {
  worker: Pick<RunningWorker, 'readiness' | 'figures' | 'gaugeClocks'>;
  metrics: Metrics;
  /** Metrics of Temporal's SDK in this process, in the Prometheus text format. */
  sdkMetrics: () => Promise<string>;
}

/** Returns the handlers by path. */
export function watchedPages({
  worker,
  metrics,
  sdkMetrics,
}: WatchedParts): Record<string, () => Promise<EndpointAnswer>> {
  const { registry } = metrics;
  collectDefaultMetrics({ register: registry });
  worker.gaugeClocks(registry);
  const updateGauges = gaugeFigures(registry, worker);

  return {
    '/health': async () => json(200, { alive: true }),
    '/ready': async () => {
      const readiness = await worker.readiness();
      return json(readiness.ready ? 200 : 503, readiness);
    },
    '/metrics': async () => {
      const [sdk] = await Promise.all([sdkMetrics(), updateGauges()]);
      return { status: 200, type: registry.contentType, body: (await registry.metrics()) + sdk };
    },
  };
}

/** An engine with a worker whose log lines, metrics and spans are collected in memory. */

import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { actRequest } from '../../client/contract/acts.ts';
import { createEngine } from '../../client/engine/engine.ts';
import { FORGERIES } from '../../client/platform/forgery-alarm.ts';
import { startTracing } from '../../client/platform/start-tracing.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { parseKeyring } from '../../domain/keyring.ts';
import { type RunningWorker, startWorker } from '../../worker/create-worker.ts';
import { openLog } from '../../worker/log.ts';
import { createMetrics, type Metrics } from '../../worker/metrics.ts';
import { createObserver } from '../../worker/observer.ts';
import type { ObservedAct } from '../../workflows/observe.ts';
import { mailOptions } from '../support/addresses.ts';
import { atEnd } from '../support/at-end.ts';
import { startDirectDispatcher } from '../support/direct-dispatcher.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { timeSkippingServer, workflowBundle } from '../support/temporal.ts';

type LogLine = Record<string, string | number>;

export interface WatchedEngine extends TestEngine {
  worker: RunningWorker;
  metrics: Metrics;
  /** Log lines of the worker so far. */
  lines: LogLine[];
  /** Acts that the entry point reported so far. */
  observedActs: { act: ObservedAct; traceId: string | undefined }[];
  /** Spans that have ended so far. */
  spans(): ReadableSpan[];
}

/** By default on a server that skips time. */
export async function watchedEngine(server?: { address: string }): Promise<WatchedEngine> {
  const spans = new InMemorySpanExporter();
  atEnd(startTracing('test', new SimpleSpanProcessor({ exporter: spans })));
  const { address } = server ?? (await timeSkippingServer());
  const place = { address, namespace: 'default' };
  const test = await connectedEngine(place);
  const keyring = parseKeyring(JSON.stringify(test.keys));
  const observedActs: WatchedEngine['observedActs'] = [];
  const engine = createEngine({
    ...test,
    db: test.pages,
    keyring,
    onAct: (act, traceId) => observedActs.push({ act, traceId }),
  });
  const lines: LogLine[] = [];
  const metrics = createMetrics();
  const log = openLog({ write: (line) => lines.push(JSON.parse(line)) });
  const observer = createObserver({ log, metrics });
  const worker = await startWorker({
    config: {
      databaseUrl: test.databaseUrl,
      temporal: place,
      publicUrl: 'https://liaise.example',
      taskQueues: ['referrals', 'letters'],
      mail: mailOptions(test.mail.smtpPort),
      letters: { shards: server ? 1 : 0, pacing: undefined },
    },
    keyring,
    policies: defaultPolicies,
    bundle: workflowBundle(),
    observer,
  });
  atEnd(worker.stop);
  if (!server) {
    const { smtpPort } = test.mail;
    startDirectDispatcher({ ...test, smtpPort, temporal: place, observe: observer.mailer });
  }
  return {
    ...{ ...test, engine, worker, metrics, lines, observedActs },
    act: async (personId, referralId, request) =>
      engine.perform(await test.person(personId), referralId, actRequest.parse(request), { key: crypto.randomUUID() }),
    spans: () => spans.getFinishedSpans(),
  };
}

/** Leaves about forgeries that the worker refused. */
export function leavesOfForgeries({ db }: WatchedEngine): Promise<number> {
  const leaf = { path: ['about', 'code'], equals: 'FORGED_ACT' };
  return db.auditLeaf.count({ where: { operation: 'refused-attempt', leaf } });
}

/** Forgeries that the worker has counted. */
export async function alarmsOfForgeries({ metrics }: WatchedEngine): Promise<number> {
  const metric = await metrics.registry.getSingleMetric('liaise_forgeries_total')?.get();
  if (metric?.values.length !== FORGERIES.length) throw new Error('A kind of forgery has no count.');
  return metric.values.reduce((sum, { value }) => sum + value, 0);
}

/** Spans of this process belong to traces from now on, whether or not they are sent anywhere: each act's line names its own. */

import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { type SpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';

/**
 * `service` names this process; `processors` get its spans, and traces begun elsewhere go on here.
 *
 * @returns what ends that: it waits until all is sent.
 */
export function startTracing(service: string, ...spanProcessors: SpanProcessor[]): () => Promise<void> {
  const resource = resourceFromAttributes({ 'service.name': service });
  const provider = new TracerProvider({ resource, spanProcessors });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return async () => {
    for (const api of [trace, propagation, context]) api.disable();
    await provider.shutdown();
  };
}

/**
 * To the collector at that address, as in OTEL_EXPORTER_OTLP_ENDPOINT, without a path; nowhere without one. What sends is
 * loaded only then: elsewhere nobody pays for it.
 */
export async function sendingTo(collector: string | undefined): Promise<SpanProcessor[]> {
  if (collector === undefined) return [];
  const { collectorAt } = await import('./trace-collector.ts');
  return [collectorAt(collector)];
}

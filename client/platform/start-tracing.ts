/** Starts OpenTelemetry tracing, also without an exporter: the log line of each act contains its trace id. */

import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, type SpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';

/**
 * Starts tracing. Traces that began in another process are continued.
 *
 * @param service the name of this process
 * @param spanProcessors receive its spans
 * @returns a function that stops tracing after all spans are exported.
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
 * Returns a span processor that exports to the collector, or none without an address. `collector` is an address without
 * path, as in OTEL_EXPORTER_OTLP_ENDPOINT. The exporter is loaded only if needed, since it takes memory.
 */
export async function sendingTo(collector: string | undefined): Promise<SpanProcessor[]> {
  if (collector === undefined) return [];
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-proto');
  const url = `${collector.replace(/\/+$/, '')}/v1/traces`;
  return [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })];
}

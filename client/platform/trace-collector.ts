/** Exports traces to an OpenTelemetry collector. */

import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { BatchSpanProcessor, type SpanProcessor } from '@opentelemetry/sdk-trace';

/** Span processor that exports to `endpoint`, the collector's address without a path. */
export function collectorAt(endpoint: string): SpanProcessor {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  return new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) });
}

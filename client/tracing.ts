/** Traces, from whoever asks to the last letter. Where nothing is exported, nothing here does anything. */

import {
  type Attributes,
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { WorkflowClientInterceptor } from '@temporalio/client';
import { defaultPayloadConverter, type Headers } from '@temporalio/common';

/** Begins every span of ours. */
export const tracer = trace.getTracer('liaise');

/** Runs as one span within `parent`. A failure marks it; what the error says is not kept. */
export function inSpan<T>(
  name: string,
  attributes: Attributes,
  run: (span: Span) => Promise<T>,
  parent: Context = context.active(),
): Promise<T> {
  return tracer.startActiveSpan(name, { attributes }, parent, async (span) => {
    try {
      return await run(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Every update says in which trace it is asked for. Headers are not sealed: they hold two random numbers. */
export const takeTraceAlong: WorkflowClientInterceptor = {
  startUpdate: (input, next) => next({ ...input, headers: { ...input.headers, ...headersNow() } }),
  startUpdateWithStart: (input, next) => next({ ...input, updateHeaders: { ...input.updateHeaders, ...headersNow() } }),
};

function headersNow(): Headers {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  const headers = Object.entries(carrier).map(([name, value]) => [name, defaultPayloadConverter.toPayload(value)]);
  return Object.fromEntries(headers);
}

/** The trace that these headers name; without any, none. */
export function contextOf(headers: Headers): Context {
  const carrier = Object.entries(headers).map(([name, value]) => [name, defaultPayloadConverter.fromPayload(value)]);
  return propagation.extract(ROOT_CONTEXT, Object.fromEntries(carrier));
}

/** In hexadecimal; undefined outside any trace. */
export function traceIdOf(of: Context): string | undefined {
  return trace.getSpanContext(of)?.traceId;
}

/** Traces an act from the caller to the last letter. Without `startTracing`, these functions have no effect. */

import {
  type Attributes,
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { WorkflowClientInterceptor } from '@temporalio/client';
import { defaultPayloadConverter, type Headers } from '@temporalio/common';

/** Creates all spans of this project. Not kept: a tracer keeps the provider that it was first used with, also a stopped one. */
export function tracer(): Tracer {
  return trace.getTracer('liaise');
}

/** The span to record around a function. */
export interface SpanOptions {
  /** Name of the span. */
  name: string;
  attributes: Attributes;
  parent?: Context;
  /** Short code of the failure, usable as a metric label. The error's message is not recorded. */
  codeOf(error: unknown): string;
  /** Called with `ok` or the code of the failure, and the duration. */
  onEnd(code: string, milliseconds: number): void;
}

/** Runs a function as one span, and reports its result and duration. */
export function watch<T>({ name, attributes, parent, codeOf, onEnd }: SpanOptions, run: () => Promise<T>): Promise<T> {
  const began = performance.now();
  return tracer().startActiveSpan(name, { attributes }, parent ?? context.active(), async (span) => {
    const end = (code: string) => {
      span.setAttribute('liaise.code', code);
      span.end();
      onEnd(code, performance.now() - began);
    };
    try {
      const result = await run();
      end('ok');
      return result;
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      end(codeOf(error));
      throw error;
    }
  });
}

/** Adds the trace context to the headers of every update. Headers are not encrypted: they hold two random ids. */
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

/** Reads the trace context from headers; without one, returns the root context. */
export function contextOf(headers: Headers): Context {
  const carrier = Object.entries(headers).map(([name, value]) => [name, defaultPayloadConverter.fromPayload(value)]);
  return propagation.extract(ROOT_CONTEXT, Object.fromEntries(carrier));
}

/** The trace id in hexadecimal; undefined outside a trace. */
export function traceIdOf(of: Context): string | undefined {
  return trace.getSpanContext(of)?.traceId;
}

/** Traces, from whoever asks to the last letter. Where none are begun, nothing here does anything. */

import {
  type Attributes,
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { WorkflowClientInterceptor } from '@temporalio/client';
import { defaultPayloadConverter, type Headers } from '@temporalio/common';

/** Begins every span of ours. */
export const tracer = trace.getTracer('liaise');

export interface Watched {
  /** Of the span. */
  name: string;
  attributes: Attributes;
  parent?: Context;
  /** Why it failed, in a word that can be counted. What the error says is not kept. */
  codeOf(error: unknown): string;
  /** Gets `ok` or that word, and how long it took. */
  told(code: string, milliseconds: number): void;
}

/** Runs as one span of the trace, and tells how it ended. */
export function watch<T>({ name, attributes, parent, codeOf, told }: Watched, run: () => Promise<T>): Promise<T> {
  const began = performance.now();
  return tracer.startActiveSpan(name, { attributes }, parent ?? context.active(), async (span) => {
    const end = (code: string) => {
      span.setAttribute('liaise.code', code);
      span.end();
      told(code, performance.now() - began);
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

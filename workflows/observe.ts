/** Interceptors that report each act with its result, and pass the trace context to activities. */

import {
  ActivityFailure,
  ApplicationFailure,
  currentUpdateInfo,
  type Headers,
  type LocalActivityInput,
  proxySinks,
  type UpdateInput,
  type WorkflowInterceptors,
  workflowInfo,
} from '@temporalio/workflow';
import type { RecordRequest } from '../activities/record.ts';
import type { JournalEntry } from '../domain/events.ts';
import { actIdOf } from './messages.ts';

/** An act of a person or of the engine, with its result. Codes and ids only. */
export interface ObservedAct {
  act: string;
  /** `ok`, or the code of the refusal. */
  code: string;
  referralId: string;
  actId: string;
  /** Milliseconds since 1970. */
  beganAt: number;
  endedAt: number;
}

/** A request that was not meant for this workflow. */
export interface ObservedForgery {
  what: 'act' | 'start';
  workflowId: string;
}

/** Called for each act, but not during replay. `headers` contain the trace context, if there is one. */
export type ActSinks = {
  acts: {
    reportAnswer(act: ObservedAct, headers: Headers): void;
    reportForgery(forgery: ObservedForgery): void;
  };
};

/** Bundled with the workflow. The interceptors issue no commands. */
export function interceptors(): WorkflowInterceptors {
  const traces = new Map<string, Headers>();
  /** The trace of the act whose consequences are performed. */
  let cause: Headers = {};
  /** The trace of the letters that are being sent, which may take long. */
  let letters: Headers = {};

  const headersNow = (): Headers => {
    const updateId = currentUpdateInfo()?.id;
    if (updateId !== undefined) cause = traces.get(updateId) ?? {};
    return cause;
  };

  return {
    inbound: [
      {
        validateUpdate: (input, next) => {
          const answer = observeUpdate(input);
          try {
            next(input);
          } catch (error) {
            answer(codeOf(error));
            throw error;
          }
        },
        handleUpdate: async (input, next) => {
          traces.set(input.updateId, traceOf(input.headers));
          try {
            return await answered(observeUpdate(input), next(input));
          } finally {
            traces.delete(input.updateId);
          }
        },
      },
    ],
    outbound: [
      {
        // What follows a timer is caused by time, not by an act.
        startTimer: async (input, next) => {
          await next(input);
          cause = {};
        },
        scheduleActivity: (input, next) => {
          letters = headersNow();
          return next({ ...input, headers: { ...input.headers, ...letters } });
        },
        scheduleLocalActivity: (input, next) => {
          const ownAct = currentUpdateInfo() === undefined ? engineAct(input) : undefined;
          const headers = ownAct?.act === 'settle-letters' ? letters : headersNow();
          const result = next({ ...input, headers: { ...input.headers, ...headers } });
          if (ownAct) return answered(observe({ ...ownAct, headers }), result);
          // Beside the result, which must not arrive later than in recorded histories.
          if (input.activityType === 'record') result.then(engineActsReporter(input, headers), () => {});
          return result;
        },
      },
    ],
  };
}

const { acts } = proxySinks<ActSinks>();

type Answer = (code: string) => void;

function observe({ act, actId, headers }: Pick<RecordRequest, 'actId'> & { act: string; headers: Headers }): Answer {
  const { workflowId, unsafe } = workflowInfo();
  const referralId = workflowId.slice(workflowId.indexOf('/') + 1);
  const beganAt = unsafe.now();
  return (code) => {
    // Not during replay: the SDK would copy the call out of the sandbox before it drops it.
    if (workflowInfo().unsafe.isReplaying) return;
    acts.reportAnswer({ act, code, referralId, actId, beganAt, endedAt: unsafe.now() }, headers);
  };
}

function observeUpdate({ name, updateId, headers }: UpdateInput): Answer {
  return observe({ act: name, actId: actIdOf(updateId), headers: traceOf(headers) });
}

/** Other acts of the engine than results of letters are not updates, so they are observed when they are recorded. */
function engineAct({ activityType, args: [request] }: LocalActivityInput): RecordRequest | undefined {
  const isEngineAct = activityType === 'record' && isRecordRequest(request) && request.by.kind === 'engine';
  return isEngineAct ? request : undefined;
}

/** Reports acts of the engine that were recorded with an act of a person. */
function engineActsReporter({ args: [request] }: LocalActivityInput, headers: Headers): (recorded: unknown) => void {
  return (recorded) => {
    if (!isRecordRequest(request) || !Array.isArray(recorded)) return;
    const actIds = new Set(recorded.filter(isEntry).map(({ actId }) => actId));
    for (const actId of actIds) {
      const act = actId.slice(actId.lastIndexOf('/') + 1);
      if (actId !== request.actId) observe({ act, actId, headers })('ok');
    }
  };
}

function isEntry(value: unknown): value is Pick<JournalEntry, 'actId'> {
  return typeof value === 'object' && value !== null && 'actId' in value && typeof value.actId === 'string';
}

function isRecordRequest(value: unknown): value is RecordRequest {
  return typeof value === 'object' && value !== null && 'act' in value && 'actId' in value && 'by' in value;
}

async function answered<T>(answer: Answer, result: Promise<T>): Promise<T> {
  try {
    const value = await result;
    answer('ok');
    return value;
  } catch (error) {
    answer(codeOf(error));
    throw error;
  }
}

/** `BUG` for a failure without a code. */
function codeOf(error: unknown): string {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  return (cause instanceof ApplicationFailure && cause.type) || 'BUG';
}

/** The W3C trace context; other headers of the caller are dropped. */
function traceOf({ traceparent }: Headers): Headers {
  return traceparent ? { traceparent } : {};
}

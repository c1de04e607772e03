/** What a workflow lets be seen of itself: each act with its answer, and the trace that its activities belong to. */

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
import { actIdOf } from './messages.ts';

/** One act, asked for by a person or owed by the engine, and its answer. Codes and ids only. */
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

/** What the worker is told; never while a history is replayed. `headers` name the trace, where there is one. */
export type ActSinks = { acts: { reportAnswer(act: ObservedAct, headers: Headers): void } };

/** Bundled with the workflow. Gives no commands of its own. */
export function interceptors(): WorkflowInterceptors {
  const traces = new Map<string, Headers>();
  /** Of the act whose consequences are carried out. */
  let cause: Headers = {};
  /** Of the letters on their way, which may be there long after. */
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
        // Time itself is a new cause.
        startTimer: async (input, next) => {
          await next(input);
          cause = {};
        },
        scheduleActivity: (input, next) => {
          letters = headersNow();
          return next({ ...input, headers: { ...input.headers, ...letters } });
        },
        scheduleLocalActivity: (input, next) => {
          const owed = engineAct(input);
          const headers = owed?.act === 'settle-letters' ? letters : headersNow();
          const result = next({ ...input, headers: { ...input.headers, ...headers } });
          return owed ? answered(observe({ ...owed, headers }), result) : result;
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
    // Nobody is told again; the SDK would carry it out of the sandbox first.
    if (workflowInfo().unsafe.isReplaying) return;
    acts.reportAnswer({ act, code, referralId, actId, beganAt, endedAt: unsafe.now() }, headers);
  };
}

function observeUpdate({ name, updateId, headers }: UpdateInput): Answer {
  return observe({ act: name, actId: actIdOf(updateId), headers: traceOf(headers) });
}

/** What the engine does by itself comes through no door: it is seen when it is recorded. */
function engineAct({ activityType, args: [request] }: LocalActivityInput): RecordRequest | undefined {
  const isOwn = activityType === 'record' && isRecordRequest(request) && request.by.kind === 'engine';
  return isOwn ? request : undefined;
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

/** A failure without a code is a bug. */
function codeOf(error: unknown): string {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  return (cause instanceof ApplicationFailure && cause.type) || 'BUG';
}

/** W3C Trace Context; nothing else that a caller sends goes further. */
function traceOf({ traceparent }: Headers): Headers {
  return traceparent ? { traceparent } : {};
}

/** The JSON log of a worker: one line for each event, with permitted fields only. */

import { ApplicationFailure } from '@temporalio/common';
import { DefaultLogger, type Logger } from '@temporalio/worker';
import { type DestinationStream, pino } from 'pino';
import type { Forgery } from '../client/platform/forgery-alarm.ts';
import { openLines, ownWords, placeOf } from '../client/platform/log.ts';
import type { RegisterReconciliation } from '../client/recovery/erasure-register.ts';
import { isErrorCode } from '../domain/errors.ts';
import type { ObservedAct } from '../workflows/observe.ts';
import { readableLines } from './readable-lines.ts';

/** The log of a worker: acts, and messages of the SDK. */
export interface Log {
  /** Logs one act, also if it was refused. */
  acted(act: ObservedAct, traceId: string | undefined): void;
  /** Logs data that was copied from another place. */
  forged(forgery: Forgery): void;
  /** Logs that the workflow of an open referral was ended from outside. */
  ended(referralId: string): void;
  /** Logs that a restored backup still had erased referrals, and that they were erased again. */
  erasedAgain(agreement: RegisterReconciliation): void;
  /** Logs that the mail server deferred a letter, with its code. */
  deferred(code: string): void;
  /** Logs an error that stops nothing. */
  failed(error: unknown): void;
  /** Logs that the worker is ready; `observe` is the address of its monitoring endpoint, if any. */
  ready(taskQueues: readonly string[], observe: string | undefined): void;
  stopping(): void;
  stopped(): void;
  /** Logger for messages of Temporal's SDK, from warnings upwards. */
  sdk: Logger;
}

/** Opens a log to standard output or the given stream: JSON lines, or readable text on a terminal. */
export function openLog(
  to: DestinationStream = process.stdout.isTTY ? readableLines(process.stdout) : pino.destination(1),
): Log {
  const lines = openLines(to);
  return {
    acted: ({ act, code, referralId, actId, beganAt, endedAt }, traceId) => {
      const level = code === 'BUG' || code === 'ENGINE_UNAVAILABLE' ? 'error' : 'info';
      lines[level]({ act, code, referralId, actId, traceId, ms: endedAt - beganAt }, 'act');
    },
    forged: ({ what, workflowId }) => lines.error({ act: what, code: 'FORGED_ACT', workflowId }, 'Forgery refused'),
    ended: (referralId) => lines.error({ referralId }, 'Workflow of an open referral was ended'),
    erasedAgain: ({ erasedAgain, unrecorded }) => {
      for (const referralId of erasedAgain) lines.warn({ referralId }, 'Erased again, since a backup was restored');
      for (const referralId of unrecorded) {
        lines.error({ referralId, code: 'NOT_WHOLE' }, 'Erased again without an entry: run "liaise repair"');
      }
    },
    deferred: (code) => lines.warn({ code }, 'Letter deferred by the mail server'),
    failed: (error) => lines.error(error instanceof Error ? placeOf(error) : {}, 'Not written to the audit log'),
    ready: (taskQueues, observe) => lines.info({ taskQueue: taskQueues.join(','), observe }, 'Worker ready'),
    stopping: () => lines.info('Worker stopping'),
    stopped: () => lines.info('Worker stopped'),
    sdk: new DefaultLogger('WARN', ({ level, message, meta = {} }) => {
      const { activityType: activity, attempt, workflowId, taskQueue, error } = meta;
      if (isRefusal(error)) return;
      lines[level === 'ERROR' ? 'error' : 'warn'](
        { activity, attempt, workflowId, taskQueue, ...(error instanceof Error && placeOf(error)) },
        ownWords(message),
      );
    }),
  };
}

/** A refusal is the answer of an act, and is logged there. */
function isRefusal(error: unknown): boolean {
  return error instanceof ApplicationFailure && typeof error.type === 'string' && isErrorCode(error.type);
}

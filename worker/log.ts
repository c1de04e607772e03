/** What a worker says of itself: one JSON line an event, made of allowed fields and nothing else. */

import { ApplicationFailure } from '@temporalio/common';
import { DefaultLogger, type Logger } from '@temporalio/worker';
import { type DestinationStream, pino } from 'pino';
import { openLines, ownWords, placeOf } from '../client/platform/log.ts';
import { isErrorCode } from '../domain/errors.ts';
import type { ObservedAct } from '../workflows/observe.ts';
import { readableLines } from './readable-lines.ts';

export interface Log {
  /** One line an act, refused ones too. */
  acted(act: ObservedAct, traceId: string | undefined): void;
  /** `observe` is where its health and metrics are asked for, where they are. */
  ready(taskQueues: readonly string[], observe: string | undefined): void;
  stopping(): void;
  stopped(): void;
  /** What Temporal's SDK has to say, from warnings upwards. */
  sdk: Logger;
}

/** JSON lines to standard output, readable ones when that is a terminal; or to whoever is named. */
export function openLog(
  to: DestinationStream = process.stdout.isTTY ? readableLines(process.stdout) : pino.destination(1),
): Log {
  const lines = openLines(to);
  return {
    acted: ({ act, code, referralId, actId, beganAt, endedAt }, traceId) => {
      const level = code === 'BUG' || code === 'ENGINE_UNAVAILABLE' ? 'error' : 'info';
      lines[level]({ act, code, referralId, actId, traceId, ms: endedAt - beganAt }, 'act');
    },
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

/** It is an act's answer, and has its line there. */
function isRefusal(error: unknown): boolean {
  return error instanceof ApplicationFailure && typeof error.type === 'string' && isErrorCode(error.type);
}

/** What a worker says of itself: one JSON line an event, made of allowed fields and nothing else. */

import { ApplicationFailure } from '@temporalio/common';
import { DefaultLogger, type Logger } from '@temporalio/worker';
import { type DestinationStream, pino } from 'pino';
import { isErrorCode } from '../domain/errors.ts';
import type { ObservedAct } from '../workflows/observe.ts';
import { readableLines } from './readable-lines.ts';

/** Codes, ids and numbers: no name, no address and no word of a case has a place here. */
const ALLOWED = [
  ...['act', 'code', 'referralId', 'actId', 'traceId', 'ms'],
  ...['activity', 'attempt', 'workflowId', 'taskQueue', 'error', 'at', 'observe'],
] as const;

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
  const lines = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }), log: onlyAllowed },
    },
    to,
  );
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
        { activity, attempt, workflowId, taskQueue, ...(error instanceof Error && whereOf(error)) },
        ownWords(message),
      );
    }),
  };
}

function onlyAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(ALLOWED.map((name) => [name, fields[name]]).filter(([, value]) => isPlain(value)));
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

/** It is an act's answer, and has its line there. */
function isRefusal(error: unknown): boolean {
  return error instanceof ApplicationFailure && typeof error.type === 'string' && isErrorCode(error.type);
}

const CODE = /^[\w-]{1,40}$/;
const FRAME = /^ {4}at .*:\d+:\d+\)?$/;

/** Which error and where. What it says may quote what it was given, also in the first lines of its stack. */
function whereOf(error: Error): Record<string, unknown> {
  const { name, message, stack = '' } = error;
  const code = 'code' in error && CODE.test(String(error.code)) ? error.code : undefined;
  const said = stack.lastIndexOf(message);
  const frames = stack.slice(said === -1 ? stack.length : said + message.length).split('\n');
  const at = frames.filter((line) => FRAME.test(line)).slice(0, 5);
  return { error: name, code, at: at.map((line) => line.trim()).join('; ') };
}

/** The SDK's sentences end where a quoted error begins. */
function ownWords(message: string): string {
  return message.split(/[:\n]/, 1).join();
}

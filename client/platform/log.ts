/** The log of a process: one JSON line an event, made of allowed fields and nothing else. */

import { type DestinationStream, type Logger, pino } from 'pino';

/** Codes, ids and numbers: no name, no address of a person and no word of a case has a place here. */
const ALLOWED = [
  ...['act', 'code', 'referralId', 'actId', 'requestId', 'traceId', 'ms'],
  ...['activity', 'attempt', 'workflowId', 'taskQueue', 'error', 'at', 'address', 'observe'],
] as const;

export function openLines(to: DestinationStream = pino.destination(1)): Logger {
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }), log: onlyAllowed },
      hooks: {
        // Libraries hand over whole errors, and pino would take an error's words for the line's own.
        logMethod(given, log) {
          const [what, words] = given;
          const fields = what instanceof Error ? { err: what } : Object(what);
          if (!(fields.err instanceof Error)) return log.apply(this, given);
          log.call(this, { ...fields, ...placeOf(fields.err) }, ownWords(words ?? 'error'));
        },
      },
    },
    to,
  );
}

function onlyAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(ALLOWED.map((name) => [name, fields[name]]).filter(([, value]) => isPlain(value)));
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

const CODE = /^[\w-]{1,40}$/;
const FRAME = /^ {4}at .*:\d+:\d+\)?$/;

/** Which error and where. What it says may quote what it was given, also in the first lines of its stack. */
export function placeOf(error: Error): Record<string, unknown> {
  const { name, message, stack = '' } = error;
  const code = 'code' in error && CODE.test(String(error.code)) ? error.code : undefined;
  const said = stack.lastIndexOf(message);
  const frames = stack.slice(said === -1 ? stack.length : said + message.length).split('\n');
  const at = frames.filter((line) => FRAME.test(line)).slice(0, 5);
  return { error: name, code, at: at.map((line) => line.trim()).join('; ') };
}

/** A library's sentences end where a quoted error begins. */
export function ownWords(message: string): string {
  return message.split(/[:\n]/, 1).join();
}

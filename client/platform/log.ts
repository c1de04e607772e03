/** The JSON log of a process: one line for each event, with permitted fields only. */

import { type DestinationStream, type Logger, pino } from 'pino';

/** Codes, ids and numbers only: no names, no addresses of people and no particulars. */
const ALLOWED = [
  ...['act', 'code', 'referralId', 'actId', 'requestId', 'traceId', 'ms'],
  ...['activity', 'attempt', 'workflowId', 'taskQueue', 'error', 'at', 'address', 'observe'],
] as const;

/** Opens a log that writes JSON lines; by default to standard output. */
export function openLines(to: DestinationStream = pino.destination(1)): Logger {
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }), log: onlyAllowed },
      hooks: {
        // Libraries log whole errors, and pino would use the error's message as the message of the line.
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

/** Returns type and location of an error. Its message, also in its stack, may quote confidential input. */
export function placeOf(error: Error): Record<string, unknown> {
  const { name, message, stack = '' } = error;
  const code = 'code' in error && CODE.test(String(error.code)) ? error.code : undefined;
  const said = stack.lastIndexOf(message);
  const frames = stack.slice(said === -1 ? stack.length : said + message.length).split('\n');
  const at = frames.filter((line) => FRAME.test(line)).slice(0, 5);
  return { error: name, code, at: at.map((line) => line.trim()).join('; ') };
}

/** Returns a library's message up to the point where it quotes an error. */
export function ownWords(message: string): string {
  return message.split(/[:\n]/, 1).join();
}

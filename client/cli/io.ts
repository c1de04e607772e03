/** Input and output of a command: text or JSON, questions, and safe text for a terminal. */

import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { ReferralError } from '../../domain/errors.ts';

/** Input and output of a command, so that tests can replace the terminal. */
export interface Io {
  out(text: string): void;
  /** Writes bytes to standard output, for files. */
  outBytes(bytes: Uint8Array): void;
  err(text: string): void;
  /** Whether a person can answer questions. */
  isTerminal: boolean;
  /** Width of tables, in characters. */
  columns: number;
  /** Reads standard input to its end. */
  input(): Promise<string>;
  /** Resolves to what the person types. */
  ask(question: string): Promise<string>;
  /** Calls `stop` at the next Ctrl+C instead of ending the process. A second Ctrl+C ends it. Returns how to undo this. */
  onInterrupt(stop: () => void): () => void;
}

const NARROWEST = 80;
const WIDEST = 160;
/** Width if the output is not a terminal. */
const NOT_A_TERMINAL = 120;

/** Input and output of this process. */
export function processIo(own: NodeJS.Process): Io {
  const { stdin, stdout, stderr } = own;
  return {
    out: (output) => void stdout.write(output),
    outBytes: (bytes) => void stdout.write(bytes),
    err: (output) => void stderr.write(output),
    isTerminal: stdin.isTTY === true && stderr.isTTY === true,
    columns: stdout.isTTY ? Math.min(Math.max(stdout.columns, NARROWEST), WIDEST) : NOT_A_TERMINAL,
    input: () => text(stdin),
    ask: async (question) => {
      const reader = createInterface({ input: stdin, output: stderr });
      try {
        return await reader.question(question);
      } finally {
        reader.close();
      }
    },
    onInterrupt: (stop) => {
      own.once('SIGINT', stop);
      return () => void own.off('SIGINT', stop);
    },
  };
}

/** The flag `--json` of commands that print a result. */
export interface AnswerOptions {
  json?: boolean;
}

/** Prints one answer: `value` as JSON for programs, or `text` for people. */
export function printAnswer(io: Io, { json = false }: AnswerOptions, value: unknown, text: () => string): void {
  io.out(json ? `${JSON.stringify(value, null, 2)}\n` : text());
}

/** The person did not confirm an act that cannot be undone. */
export class NotConfirmed extends Error {
  override readonly name = 'NotConfirmed';
}

/**
 * Asks for confirmation of an act that cannot be undone, unless `yes` was given.
 *
 * @throws NotConfirmed, or ReferralError INVALID_INPUT if there is no terminal to ask on.
 */
export async function confirmAct(io: Io, warning: string, yes = false): Promise<void> {
  if (yes) return;
  if (!io.isTerminal) {
    throw new ReferralError('INVALID_INPUT', `${warning} To confirm without a terminal, add --yes.`, 'yes');
  }
  const given = await io.ask(`${warning}\nType "yes" to continue: `);
  if (given.trim().toLowerCase() !== 'yes') throw new NotConfirmed('Nothing was done.');
}

const UNSAFE = /[[\p{Control}\p{Bidi_Control}]--[\n\t]]/gv;

/** Replaces control characters by `�`: text of others must not move the cursor, change colours or reverse a line. */
export function printable(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(UNSAFE, '\ufffd');
}

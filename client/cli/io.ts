/** Everything that a command says to, or asks of, whoever typed it. */

import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';

export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Whether a person is there to be asked. */
  isTerminal: boolean;
  /** Width to write tables in. */
  columns: number;
  /** Standard input to its end. */
  input(): Promise<string>;
  /** The answer that a person types. */
  ask(question: string): Promise<string>;
}

const NARROWEST = 80;
const WIDEST = 160;
/** Where nobody looks, lines are left long. */
const UNSEEN = 120;

export function processIo({ stdin, stdout, stderr }: NodeJS.Process): Io {
  return {
    out: (said) => void stdout.write(said),
    err: (said) => void stderr.write(said),
    isTerminal: stdin.isTTY === true && stderr.isTTY === true,
    columns: stdout.isTTY ? Math.min(Math.max(stdout.columns, NARROWEST), WIDEST) : UNSEEN,
    input: () => text(stdin),
    ask: async (question) => {
      const reader = createInterface({ input: stdin, output: stderr });
      try {
        return await reader.question(question);
      } finally {
        reader.close();
      }
    },
  };
}

/** Types a command as a person or a program would, and keeps what came out. */

import type { CliDependencies } from '../../../client/cli/dependencies.ts';
import type { Io } from '../../../client/cli/io.ts';
import { run } from '../../../client/cli/program.ts';
import { ConfigFault } from '../../../client/platform/config.ts';

export interface Typed {
  status: number;
  out: string;
  err: string;
  /** What was asked on the terminal. */
  asked: string[];
}

interface Circumstances extends Partial<Pick<Io, 'isTerminal' | 'columns'>> {
  doors?: CliDependencies;
  /** What comes in on standard input. */
  input?: string;
  /** What a person answers who is asked. */
  answer?: string;
}

/** `line` is split at spaces, but not between double quotes. */
export async function type(line: string, circumstances: Circumstances = {}): Promise<Typed> {
  const { doors, input = '', answer = '', isTerminal = false, columns = 120 } = circumstances;
  const typed: Typed = { status: 0, out: '', err: '', asked: [] };
  const io: Io = {
    out: (text) => {
      typed.out += text;
    },
    err: (text) => {
      typed.err += text;
    },
    isTerminal,
    columns,
    input: async () => input,
    ask: async (question) => {
      typed.asked.push(question);
      return answer;
    },
  };
  const deps = {
    doors: () => {
      if (doors === undefined) throw new ConfigFault('No installation is known here.');
      return doors;
    },
  };
  typed.status = await run(words(line), deps, io);
  return typed;
}

function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** Runs a command as a person or a program would type it, and captures its output. */

import type { CliDependencies } from '../../../client/cli/dependencies.ts';
import type { Io } from '../../../client/cli/io.ts';
import { runProgram } from '../../../client/cli/program.ts';
import { ConfigFault } from '../../../client/platform/config.ts';
import { directGuard } from '../../../client/platform/guard/guard.ts';
import { makeDossierPdf } from '../../../client/web/referral/make-dossier-pdf.ts';
import { DEFAULT_WEIGHTS } from '../../../domain/routing/weights.ts';

export interface CommandResult {
  status: number;
  out: string;
  err: string;
  /** A file on standard output. */
  bytes?: Uint8Array;
  /** Questions that were asked on the terminal. */
  questions: string[];
}

interface CommandOptions extends Partial<Pick<Io, 'isTerminal' | 'columns'>> {
  services?: CliDependencies;
  /** The variables of the installation. */
  environment?: NodeJS.ProcessEnv;
  /** Standard input. */
  input?: string;
  /** The answer to a question on the terminal. */
  answer?: string;
  /** Its abort is a Ctrl+C. A signal to this process would also stop the worker of the test. */
  interrupt?: AbortSignal;
}

/** `line` is split at spaces outside double quotes. */
export async function runCommand(line: string, circumstances: CommandOptions = {}): Promise<CommandResult> {
  const {
    services,
    environment = {},
    input = '',
    answer = '',
    isTerminal = false,
    columns = 120,
    interrupt,
  } = circumstances;
  const result: CommandResult = { status: 0, out: '', err: '', questions: [] };
  const io: Io = {
    out: (text) => {
      result.out += text;
    },
    err: (text) => {
      result.err += text;
    },
    outBytes: (bytes) => {
      result.bytes = bytes;
    },
    isTerminal,
    columns,
    input: async () => input,
    ask: async (question) => {
      result.questions.push(question);
      return answer;
    },
    onInterrupt: (stop) => {
      interrupt?.addEventListener('abort', stop);
      return () => interrupt?.removeEventListener('abort', stop);
    },
  };
  const deps = {
    guard: () => directGuard,
    triageWeights: () => DEFAULT_WEIGHTS,
    makeDossierPdf,
    environment: () => environment,
    databaseUrl: () => {
      throw new ConfigFault('There is no installation.');
    },
    services: () => {
      if (services === undefined) throw new ConfigFault('There is no installation.');
      return services;
    },
  };
  result.status = await runProgram(words(line), deps, io);
  return result;
}

function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

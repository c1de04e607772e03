/** Failures of commands: text for people, JSON for programs, and the exit status. */

import { CommanderError } from 'commander';
import { ERRORS, ReferralError } from '../../domain/errors.ts';
import { describeFault, InvalidReport } from '../../domain/exchange/report-faults.ts';
import { isDatabaseUnavailable } from '../../prisma/store/database-unavailable.ts';
import { InvalidDirectoryFile } from '../directory/read-directory-file.ts';
import { ConfigFault } from '../platform/config.ts';
import { NotConfirmed, printable } from './io.ts';

/** An error as the command line reports it, with its exit status. */
export interface Failure {
  code: string;
  message: string;
  field?: string;
  /** Each fault of the input: of a report file with line and column, of JSON with its field. */
  faults?: string[];
  exit: number;
}

const EXIT_OTHER = 1;

/** Gives every error a code. Codes that are not in `ERRORS` are not about a referral. */
export function failureOf(error: unknown): Failure {
  if (error instanceof InvalidReport) {
    return { ...refusal(error), faults: error.faults.map(describeFault) };
  }
  if (error instanceof InvalidDirectoryFile) return { ...refusal(error), faults: [...error.faults] };
  if (error instanceof ReferralError) return refusal(error);
  if (isDatabaseUnavailable(error)) {
    return refusal(new ReferralError('ENGINE_UNAVAILABLE', 'The database does not answer.'));
  }
  if (error instanceof CommanderError) {
    return { code: 'INVALID_INPUT', message: usageMessage(error), exit: ERRORS.INVALID_INPUT.exit };
  }
  if (error instanceof ConfigFault) return { code: 'CONFIGURATION', message: error.message, exit: EXIT_OTHER };
  if (error instanceof NotConfirmed) return { code: 'NOT_CONFIRMED', message: error.message, exit: EXIT_OTHER };
  // The message could contain particulars, so only the kind of error is shown.
  const kind = error instanceof Error ? error.name : typeof error;
  return {
    code: 'UNEXPECTED',
    message: `Something went wrong in Liaise (${kind}). Report this with the command that you ran.`,
    exit: EXIT_OTHER,
  };
}

/** `liaise: CODE: what was refused, why, what to do`, and the list of faults if there are several. */
export function failureText({ code, message, faults = [] }: Failure): string {
  const more = faults.length > 1 ? faults.map((fault) => `  ${fault}`) : [];
  const lines = [`liaise: ${code}: ${message}`, ...more];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

/** The error as JSON, for `--json`. */
export function failureJson({ exit: _, ...error }: Failure): string {
  return `${JSON.stringify({ error })}\n`;
}

/** For `--help`: each exit status with its codes. */
export function exitStatuses(): [status: string, codes: string][] {
  const exits = [...new Set(Object.values(ERRORS).map(({ exit }) => exit))].sort();
  const named = exits.map((exit): [string, string] => [`${exit}`, codesOf(exit).join(', ')]);
  return [['0', 'success'], [`${EXIT_OTHER}`, 'anything else, for example CONFIGURATION'], ...named];
}

function refusal({ code, message, field }: ReferralError): Failure {
  const text = code === 'ENGINE_UNAVAILABLE' ? `${message} ${CHECK_INSTALLATION}` : message;
  return { code, message: text, ...(field !== undefined && { field }), exit: ERRORS[code].exit };
}

const CHECK_INSTALLATION = 'Check that the installation is running (the local stack: "npm start"), then try again.';

/** Commander names the fault; this adds what to do next. */
function usageMessage({ message }: CommanderError): string {
  const fault = message.replace(/^error: /, '');
  if (fault.includes('(Did you mean')) return fault;
  const remedy = fault.includes("'--as <person>'")
    ? '"liaise directory --people" lists the people.'
    : 'Add --help to the command to see its options.';
  return `${fault.replace(/\.?$/, '.')} ${remedy}`;
}

function codesOf(exit: number): string[] {
  return Object.entries(ERRORS).flatMap(([code, answer]) => (answer.exit === exit ? [code] : []));
}

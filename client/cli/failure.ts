/** How a command says that it failed, to people and to programs, and the exit status that goes with it. */

import { CommanderError } from 'commander';
import { ERRORS, ReferralError } from '../../domain/errors.ts';
import { describeFault, InvalidReport } from '../../domain/exchange/report-faults.ts';
import { isDatabaseUnavailable } from '../../prisma/store/database-unavailable.ts';
import { ConfigFault } from '../platform/config.ts';
import { printable } from './printable.ts';

export interface Failure {
  code: string;
  message: string;
  field?: string;
  /** Each fault of a report file with its place. */
  faults?: string[];
  exit: number;
}

/** The person who was asked to confirm did not. */
export class NotConfirmed extends Error {
  override readonly name = 'NotConfirmed';
}

const EXIT_UNNAMED = 1;

/** Every error has a code here; those that are not the domain's are not about the case. */
export function failureOf(error: unknown): Failure {
  if (error instanceof InvalidReport) {
    return { ...refusal(error), faults: error.faults.map(describeFault) };
  }
  if (error instanceof ReferralError) return refusal(error);
  if (isDatabaseUnavailable(error)) {
    return refusal(new ReferralError('ENGINE_UNAVAILABLE', 'The database does not answer; try again later.'));
  }
  if (error instanceof CommanderError) {
    return { code: 'INVALID_INPUT', message: error.message.replace(/^error: /, ''), exit: ERRORS.INVALID_INPUT.exit };
  }
  if (error instanceof ConfigFault) return { code: 'CONFIGURATION', message: error.message, exit: EXIT_UNNAMED };
  if (error instanceof NotConfirmed) return { code: 'NOT_CONFIRMED', message: error.message, exit: EXIT_UNNAMED };
  // Its message may hold anything, also words of a case: only its kind is told.
  const kind = error instanceof Error ? error.name : typeof error;
  return {
    code: 'UNEXPECTED',
    message: `This is a fault of the program (${kind}); nothing more is known.`,
    exit: EXIT_UNNAMED,
  };
}

/** `liaise: CODE: what was refused, why, what to do`; below it the faults of a file, where there is more than the first. */
export function failureText({ code, message, faults = [] }: Failure): string {
  const more = faults.length > 1 ? faults.map((fault) => `  ${fault}`) : [];
  const lines = [`liaise: ${code}: ${message}`, ...more];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

export function failureJson({ exit: _, ...error }: Failure): string {
  return `${JSON.stringify({ error })}\n`;
}

/** For `--help`: each exit status with the codes that lead to it. */
export function exitStatuses(): [status: string, codes: string][] {
  const exits = [...new Set(Object.values(ERRORS).map(({ exit }) => exit))].sort();
  const named = exits.map((exit): [string, string] => [`${exit}`, codesOf(exit).join(', ')]);
  return [['0', 'done'], [`${EXIT_UNNAMED}`, 'anything else, for example CONFIGURATION'], ...named];
}

function refusal({ code, message, field }: ReferralError): Failure {
  return { code, message, ...(field !== undefined && { field }), exit: ERRORS[code].exit };
}

function codesOf(exit: number): string[] {
  return Object.entries(ERRORS).flatMap(([code, answer]) => (answer.exit === exit ? [code] : []));
}

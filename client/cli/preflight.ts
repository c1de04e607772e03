/** `liaise preflight`: what an installation lacks before its first start. */

import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import type { PreflightFinding } from '../preflight/finding.ts';
import { preflight } from '../preflight/preflight.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer, printable } from './io.ts';

interface Options extends AnswerOptions {
  complete?: boolean;
}

/** Adds `liaise preflight`. */
export function addPreflightCommand(program: Command, { io, environment }: Pick<Cli, 'io' | 'environment'>): void {
  program
    .command('preflight')
    .description(
      'Checks database roles and grants, keys, clocks, Temporal, sign-in, mail, certificates, the audit log and the ' +
        'directory with the variables of this environment, and says what is missing. It sends no message.',
    )
    .option('--complete', 'what cannot be checked here counts as missing')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise preflight --complete')
    .action(async (options: Options) => {
      const findings = await preflight(environment());
      const isMissing = ({ status }: PreflightFinding) =>
        status === 'failed' || (options.complete && status === 'skipped');
      const missing = findings.filter(isMissing).length;
      printAnswer(io, options, { ready: missing === 0, findings }, () => findings.map(lineOf).join(''));
      if (missing > 0) throw new ReferralError('NOT_WHOLE', `${missing} missing. Each line says what to do.`);
    });
}

function lineOf({ part, status, text, remedy }: PreflightFinding): string {
  const line = `${status.padEnd(7)}  ${part.padEnd(13)}  ${text}\n`;
  return printable(remedy === undefined ? line : `${line}${' '.repeat(24)}${remedy}\n`);
}

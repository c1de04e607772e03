/** `liaise check material`: lists stored texts that the material guard would refuse today. */

import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import { checkMaterial } from '../recovery/check-material.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { table } from './table.ts';

/** `check` is the command that it belongs to. */
export function addCheckMaterialCommand(check: Command, cli: Cli): void {
  check
    .command('material')
    .description(
      'Runs the material guard over everything that is stored: particulars, purposes of reading, drafts, the directory and proposals. ' +
        'Names the referral, the text and the field, and never the content. Changes nothing.',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise check material')
    // The parent command has the same option and takes its value.
    .action((_: AnswerOptions, command: Command) => show(cli, command.optsWithGlobals()));
}

/** @throws ReferralError NOT_WHOLE if there are findings, for the exit status. */
async function show({ services, guard, io }: Cli, options: AnswerOptions): Promise<void> {
  const { readerDb: db, keyring } = services();
  const progress = (done: number, all: number) =>
    io.isTerminal && io.err(`\r${done} of ${all}${done >= all ? '\n' : ''}`);
  const findings = await checkMaterial({ db, keyring, policy: guard().policy, progress });
  printAnswer(io, options, findings, () => {
    if (findings.length === 0) return 'The guard would accept everything that is stored.\n';
    const rows = findings.map(({ where, id, field, reason, bytes }) => [where, id, field, reason, `${bytes}`]);
    return table(['referral', 'text', 'field', 'reason', 'bytes'], rows, io.columns);
  });
  if (findings.length === 0) return;
  throw new ReferralError(
    'NOT_WHOLE',
    `The guard would refuse ${findings.length} of the stored texts or fields. A supervisor must decide what to erase.`,
  );
}

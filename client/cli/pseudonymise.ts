/** `liaise pseudonymise`: proposes to delete what identifies a person who has left. */

import type { Command } from 'commander';
import type { Cli } from './dependencies.ts';
import type { AnswerOptions } from './io.ts';
import { printProposed, proposeAs } from './propose-as.ts';

interface Options extends AnswerOptions {
  as?: string;
  at?: string;
}

/** Adds `liaise pseudonymise`. */
export function addPseudonymiseCommand(program: Command, { services, io }: Cli): void {
  program
    .command('pseudonymise')
    .description(
      'Proposes to delete name, address and sign-in accounts of a person who has left. The journal and the audit log keep the ' +
        'id, and still verify. Two administrators confirm it in the pages.',
    )
    .argument('<person>', 'a person without a role, whose id does not contain the name')
    .option('--as <person>', 'the administrator who proposes it')
    .option('--at <agency>', 'the agency, for an administrator who works at several')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise pseudonymise p-4711 --as karl.rowan')
    .action(async (personId: string, { as, at, ...options }: Options) => {
      const edit = { type: 'pseudonymise-person', personId } as const;
      printProposed(io, options, await proposeAs(services(), { as, ...(at !== undefined && { at }) }, edit));
    });
}

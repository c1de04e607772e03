/** `liaise contact-point`: proposes to disable a contact point, or to enable it again. */

import type { Command } from 'commander';
import { type ActingOptions, actingOptions } from './acting.ts';
import type { Cli } from './dependencies.ts';
import type { AnswerOptions } from './io.ts';
import { printProposed, proposeAs } from './propose-as.ts';

type Options = AnswerOptions & ActingOptions;

/** Adds the commands of `liaise contact-point`. */
export function addContactPointCommands(program: Command, cli: Cli): void {
  const point = program
    .command('contact-point')
    .description('Proposes changes of contact points. Two administrators confirm each in the pages, under Proposals.')
    .addHelpText('after', '\nExample:\n  liaise contact-point disable fi-alder-ncp --as karl.rowan');
  const add = (status: 'disable' | 'enable', description: string) =>
    actingOptions(point.command(`${status} <contact-point>`).description(description))
      .option('--json', 'print JSON')
      .addHelpText('after', `\nExample:\n  liaise contact-point ${status} fi-alder-ncp --as karl.rowan`)
      .action(async (id: string, options: Options) => {
        const edit = { type: `${status}-contact-point`, id } as const;
        printProposed(cli.io, options, await proposeAs(cli.services(), options, edit));
      });
  add(
    'disable',
    'Proposes that routing leaves it out, and nothing is sent to it. Referrals that it did not acknowledge go to the next one.',
  );
  add('enable', 'Proposes to enable a disabled contact point again.');
}

/** `liaise first-administrators`: the first two administrators of an installation. */

import type { Command } from 'commander';
import { z } from 'zod';
import { idHoldsName } from '../../domain/administration/plan-person-edit.ts';
import { isZone } from '../../domain/clocks/calendar.ts';
import { LANGUAGES } from '../../domain/words/languages.ts';
import { issuer } from '../contract/issuer.ts';
import { parse } from '../contract/parse.ts';
import { enterFirstAdministrators } from '../directory/first-administrators.ts';
import type { Cli } from './dependencies.ts';
import { readJson } from './files.ts';
import { type AnswerOptions, printAnswer } from './io.ts';

const content = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
      name: z.string().trim().min(1),
      email: z.email(),
      language: z.enum(LANGUAGES),
      zone: z.string().refine(isZone, 'must be a time zone of the IANA list'),
      issuer,
      subject: z.string().trim().min(1),
    }),
  )
  .min(2);

/** Adds the command `liaise first-administrators`. */
export function addFirstAdministratorsCommand(program: Command, { services, io }: Cli): void {
  program
    .command('first-administrators')
    .description(
      'Enters the first two administrators of an installation, at the coordinating agency, with their sign-in accounts. It ' +
        'works only while no administrator has an account. Afterwards, administrators propose and confirm changes in the pages.',
    )
    .argument('<file>', 'JSON: two people, each with id, name, email, language, zone, issuer and subject')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise first-administrators administrators.json')
    .action(async (file: string, options: AnswerOptions) => {
      const people = parse(content, await readJson(file));
      await enterFirstAdministrators(services().engineDb, people);
      const ids = people.map(({ id }) => id);
      for (const { id } of people.filter(idHoldsName)) {
        io.err(
          `Warning: the id ${id} contains the name, so this person can never be pseudonymised. Prefer ids like p-4711.\n`,
        );
      }
      printAnswer(io, options, { administrators: ids }, () => `Entered: ${ids.join(', ')}. They can sign in now.\n`);
    });
}

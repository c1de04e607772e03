/** `liaise agency`: proposes to add, rename, disable or enable an agency. */

import type { Command } from 'commander';
import type { DirectoryEdit } from '../../domain/administration/directory-edit.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Country } from '../../domain/vocabulary.ts';
import { AGENCY_TYPES } from '../../domain/vocabulary.ts';
import { readAgency } from '../../prisma/store/directory-edit.ts';
import { countryCodeOf } from '../i18n/countries.ts';
import { type ActingOptions, actingOptions } from './acting.ts';
import type { Cli } from './dependencies.ts';
import type { AnswerOptions } from './io.ts';
import { printProposed, proposeAs } from './propose-as.ts';

interface Options extends AnswerOptions, ActingOptions {
  name: string;
  type: string;
  country?: string;
}

/** Adds the commands of `liaise agency`. */
export function addAgencyCommands(program: Command, cli: Cli): void {
  const agency = program
    .command('agency')
    .description('Proposes changes of agencies. Two administrators confirm each in the pages, under Proposals.')
    .addHelpText('after', '\nExample:\n  liaise agency disable fi-alder --as karl.rowan');
  const command = (use: string, description: string, example: string) =>
    actingOptions(agency.command(use).description(description))
      .option('--json', 'print JSON')
      .addHelpText('after', `\nExample:\n  liaise agency ${example} --as karl.rowan`);
  const propose = async (options: Options, edit: DirectoryEdit) =>
    printProposed(cli.io, options, await proposeAs(cli.services(), options, edit));

  command('add <id>', 'Proposes a new agency.', 'add fi-fir --name "Model Unit Fir" --type government --country FI')
    .requiredOption('--name <name>', 'the name of the agency')
    .requiredOption('--type <type>', AGENCY_TYPES.join(', '))
    .option('--country <country>', 'by code or name; without it, an international organisation')
    .action((id: string, options: Options) => {
      const { name, type, country } = options;
      const added = { id: idOf(id), name, type: typeOf(type), country: codeOf(country), excludes: [] };
      return propose(options, { type: 'add-agency', agency: added });
    });
  command('rename <id>', 'Proposes another name of an agency.', 'rename fi-alder --name "Model Unit Ash"')
    .requiredOption('--name <name>', 'the new name')
    .action(async (id: string, options: Options) => {
      const known = await readAgency(cli.services().db, id);
      if (known === undefined) throw new ReferralError('UNKNOWN_AGENCY', 'There is no such agency.', 'id');
      const { type, excludes } = known;
      return propose(options, { type: 'change-agency', agency: { id, name: options.name, type, excludes } });
    });
  command(
    'disable <id>',
    'Proposes that the people of an agency cannot sign in, and nothing is sent to it.',
    'disable fi-alder',
  ).action((id: string, options: Options) => propose(options, { type: 'disable-agency', id }));
  command('enable <id>', 'Proposes to enable a disabled agency again.', 'enable fi-alder').action(
    (id: string, options: Options) => propose(options, { type: 'enable-agency', id }),
  );
}

function idOf(id: string): string {
  if (/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(id)) return id;
  const message = 'An id has lower-case letters and digits, joined by hyphens or dots.';
  throw new ReferralError('INVALID_INPUT', message, 'id');
}

function typeOf(type: string): (typeof AGENCY_TYPES)[number] {
  const known = AGENCY_TYPES.find((each) => each === type);
  if (known !== undefined) return known;
  throw new ReferralError('INVALID_INPUT', `The type must be one of ${AGENCY_TYPES.join(', ')}.`, 'type');
}

function codeOf(country: string | undefined): Country | null {
  if (country === undefined) return null;
  const code = countryCodeOf(country);
  if (code !== undefined) return code;
  throw new ReferralError('INVALID_INPUT', `There is no country "${country}". Give its code or its name.`, 'country');
}

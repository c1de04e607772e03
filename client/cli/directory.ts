/** `liaise directory`: contact points, capabilities of each country, and people. */

import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import type { CountryCapability, Directory } from '../../domain/routing/directory.ts';
import type { Country } from '../../domain/vocabulary.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import { type KnownPerson, listPeople } from '../../prisma/store/people.ts';
import { countryCodeOf } from '../i18n/countries.ts';
import type { Cli } from './dependencies.ts';
import { addExportCommand, addImportCommand } from './directory-file.ts';
import { addGapsCommand } from './directory-gaps.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { table } from './table.ts';

interface Options extends AnswerOptions {
  country?: string;
  people?: boolean;
}

/** Adds the commands of `liaise directory`. */
export function addDirectoryCommands(program: Command, cli: Cli): void {
  const { services, io } = cli;
  const command = program
    .command('directory')
    .enablePositionalOptions()
    .description('Contact points and capabilities; with --people, the people with their agencies and roles.')
    .option('--country <country>', 'only this country, by code or name, for example FI or Finland')
    .option('--people', 'people instead of contact points')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise directory --country FI')
    .action(async (options: Options) => {
      const whole = await readDirectory(services().db);
      const directory = options.country === undefined ? whole : inCountry(whole, countryNamed(options.country));
      if (options.people) {
        const people = peopleOf(directory, await listPeople(services().db));
        printAnswer(io, options, people, () => peopleText(people, io.columns));
      } else printAnswer(io, options, directory, () => directoryText(directory, io.columns));
    });
  for (const add of [addExportCommand, addImportCommand, addGapsCommand]) add(command, cli);
}

function countryNamed(country: string): Country {
  const code = countryCodeOf(country);
  if (code !== undefined) return code;
  const message = `There is no country "${country}". Give its ISO 3166-1 code or its name, for example FI or Finland.`;
  throw new ReferralError('INVALID_INPUT', message, 'country');
}

/** The part of the directory that is about one country. */
function inCountry(directory: Directory, country: Country): Directory {
  const isThere = (each: { country: string | null }) => each.country === country;
  const { agencies, contactPoints, capabilities, chains, withinEu } = directory;
  const chain = chains[country] ?? chains['default'] ?? [];
  return {
    agencies: agencies.filter(isThere),
    contactPoints: contactPoints.filter(isThere),
    capabilities: capabilities.filter(isThere),
    chains: { [country]: chain },
    withinEu: withinEu.filter((each) => each === country),
  };
}

function peopleOf({ agencies }: Directory, people: readonly KnownPerson[]): KnownPerson[] {
  const ids = new Set(agencies.map(({ id }) => id));
  return people.filter(({ memberships }) => memberships.some(({ agencyId }) => ids.has(agencyId)));
}

function directoryText({ contactPoints, capabilities, chains }: Directory, columns: number): string {
  if (contactPoints.length === 0) return 'There are no contact points.\n';
  const points = contactPoints.map((point) => [
    point.country,
    point.disabled ? `${point.id} (disabled)` : point.id,
    point.type,
    `${point.hours}\n${point.zone}`,
    point.languages.join(', '),
    point.clearances.join(' '),
    point.capabilities.join(', '),
    point.verifiedAt.slice(0, 10),
  ]);
  const head = ['country', 'contact point', 'type', 'hours', 'languages', 'clearances', 'capabilities', 'verified'];
  const order = Object.entries(chains).map(([country, types]) => [country, types.join(' → ')]);
  return [
    table(head, points, columns),
    table(['country', 'full', 'partial', 'none'], capabilityRows(capabilities), columns),
    table(['country', 'tried in this order'], order, columns),
  ].join('\n');
}

/** A row for each country, with the capabilities of each level. */
function capabilityRows(capabilities: readonly CountryCapability[]): string[][] {
  const countries = [...new Set(capabilities.map(({ country }) => country))];
  return countries.map((country) => {
    const known = capabilities.filter((each) => each.country === country);
    const names = (level: CountryCapability['level']) =>
      known.flatMap((each) => (each.level === level ? [each.capability] : [])).join(', ');
    return [country, names('full'), names('partial'), names('none')];
  });
}

function peopleText(people: readonly KnownPerson[], columns: number): string {
  if (people.length === 0) return 'There are no people.\n';
  const rows = people.map(({ id, name, memberships, zone }) => [
    id,
    name,
    memberships.map(({ agencyId, roles }) => `${agencyId}: ${roles.join(', ')}`).join('\n'),
    zone,
  ]);
  return table(['person', 'name', 'works at', 'zone'], rows, columns);
}

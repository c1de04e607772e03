/** `liaise directory`: who can be reached where, what each country can do, and who the people are. */

import type { Command } from 'commander';
import type { CountryCapability, Directory } from '../../domain/routing/directory.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import { type KnownPerson, listPeople } from '../../prisma/store/people.ts';
import { type AnswerOptions, answer } from './answer.ts';
import type { Cli } from './dependencies.ts';
import { table } from './table.ts';

interface Options extends AnswerOptions {
  country?: string;
  people?: boolean;
}

export function addDirectory(program: Command, { doors, io }: Cli): void {
  program
    .command('directory')
    .description('Contact points and capabilities; with --people, who works where in which role.')
    .option('--country <code>', 'only this country, for example FI')
    .option('--people', 'people instead of contact points')
    .option('--json', 'answer for programs')
    .addHelpText('after', '\nExample:\n  liaise directory --country FI')
    .action(async (options: Options) => {
      const directory = of(options.country?.toUpperCase(), await readDirectory(doors().db));
      if (options.people) {
        const people = at(directory, await listPeople(doors().db));
        answer(io, options, people, () => peopleText(people, io.columns));
      } else answer(io, options, directory, () => directoryText(directory, io.columns));
    });
}

/** The part of the directory that is about one country. */
function of(country: string | undefined, directory: Directory): Directory {
  if (country === undefined) return directory;
  const inCountry = (each: { country: string | null }) => each.country === country;
  const { agencies, contactPoints, capabilities, chains, withinEu } = directory;
  const chain = chains[country] ?? chains['default'] ?? [];
  return {
    agencies: agencies.filter(inCountry),
    contactPoints: contactPoints.filter(inCountry),
    capabilities: capabilities.filter(inCountry),
    chains: { [country]: chain },
    withinEu: withinEu.filter((each) => each === country),
  };
}

function at({ agencies }: Directory, people: readonly KnownPerson[]): KnownPerson[] {
  const ids = new Set(agencies.map(({ id }) => id));
  return people.filter(({ memberships }) => memberships.some(({ agencyId }) => ids.has(agencyId)));
}

function directoryText({ contactPoints, capabilities, chains }: Directory, columns: number): string {
  if (contactPoints.length === 0) return 'There is no contact point.\n';
  const points = contactPoints.map((point) => [
    point.country,
    point.id,
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

/** A line a country: where the gaps are. */
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
  if (people.length === 0) return 'There is nobody.\n';
  const rows = people.map(({ id, name, memberships, zone }) => [
    id,
    name,
    memberships.map(({ agencyId, roles }) => `${agencyId}: ${roles.join(', ')}`).join('\n'),
    zone,
  ]);
  return table(['person', 'name', 'works at', 'zone'], rows, columns);
}

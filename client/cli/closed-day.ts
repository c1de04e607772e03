/** `liaise closed-day`: lists the closed days and half days of an agency, and proposes to add or remove one. */

import type { Command } from 'commander';
import type { DirectoryEdit } from '../../domain/administration/directory-edit.ts';
import { ReferralError } from '../../domain/errors.ts';
import { isHalfDay } from '../../domain/routing/directory.ts';
import { readAgency, readClosedDays } from '../../prisma/store/directory-edit.ts';
import { closingTime, isoDay } from '../contract/submission.ts';
import { type ActingOptions, actingOptions } from './acting.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { printProposed, proposeAs } from './propose-as.ts';
import { table } from './table.ts';

interface Options extends AnswerOptions, ActingOptions {
  name: string;
  closesAt?: string;
}

/** Adds the commands of `liaise closed-day`. */
export function addClosedDayCommands(program: Command, cli: Cli): void {
  const closedDay = program
    .command('closed-day')
    .description(
      'Days on which an agency is closed, or closes early. Two administrators confirm each change in the pages, under Proposals.',
    )
    .addHelpText('after', '\nExample:\n  liaise closed-day list fi-alder');
  const command = (use: string, description: string, example: string) =>
    actingOptions(closedDay.command(use).description(description))
      .option('--json', 'print JSON')
      .addHelpText('after', `\nExample:\n  liaise closed-day ${example} --as karl.rowan`);
  const propose = async (options: Options, edit: DirectoryEdit) =>
    printProposed(cli.io, options, await proposeAs(cli.services(), options, edit));

  closedDay
    .command('list <agency>')
    .description('Lists the closed days and half days of an agency.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise closed-day list fi-alder')
    .action((agencyId: string, options: AnswerOptions) => list(cli, agencyId, options));
  command(
    'add <agency> <day>',
    'Proposes a closed day, or a half day if the agency closes early.',
    'add fi-alder 2026-12-24 --name "Christmas Eve" --closes-at 12:00',
  )
    .requiredOption('--name <name>', 'the name of the day')
    .option('--closes-at <time>', 'on a half day, the local time at which the agency closes: 12:00')
    .action((agencyId: string, day: string, { name, closesAt, ...options }: Options) => {
      const added = { agencyId, day: dayOf(day), name, ...(closesAt !== undefined && { closesAt: timeOf(closesAt) }) };
      return propose({ name, ...options }, { type: 'add-closed-day', day: added });
    });
  command('remove <agency> <day>', 'Proposes to remove a closed day or half day.', 'remove fi-alder 2026-12-24').action(
    (agencyId: string, day: string, options: Options) =>
      propose(options, { type: 'remove-closed-day', day: { agencyId, day: dayOf(day) } }),
  );
}

/** @throws ReferralError UNKNOWN_AGENCY */
async function list({ services, io }: Cli, agencyId: string, options: AnswerOptions): Promise<void> {
  const { db } = services();
  if ((await readAgency(db, agencyId)) === undefined) {
    throw new ReferralError('UNKNOWN_AGENCY', 'There is no such agency.', 'agency');
  }
  const days = await readClosedDays(db, agencyId);
  printAnswer(io, options, days, () => {
    if (days.length === 0) return 'There are no closed days and no half days.\n';
    const rows = days.map((each) => [each.day, each.name, isHalfDay(each) ? each.closesAt : 'all day']);
    return table(['day', 'name', 'closed from'], rows, io.columns);
  });
}

function dayOf(text: string): string {
  const day = isoDay.safeParse(text).data;
  if (day !== undefined) return day;
  throw new ReferralError('INVALID_INPUT', 'The day must be a date of the calendar, for example 2026-12-24.', 'day');
}

function timeOf(text: string): string {
  const time = closingTime.safeParse(text).data;
  if (time !== undefined) return time;
  throw new ReferralError('INVALID_INPUT', 'The time must be between 00:00 and 23:59, for example 12:00.', 'closes-at');
}

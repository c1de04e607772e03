/** `liaise announce`: announces planned maintenance or an outage of mail on every page and in the API, or withdraws it. */

import type { Command } from 'commander';
import { ANNOUNCEMENT_KINDS, type Announcement } from '../../domain/announcement.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import { readAnnouncements } from '../../prisma/store/announcements.ts';
import { instant } from '../contract/submission.ts';
import { announce, withdraw } from '../workspace/announcements.ts';
import { actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, type Io, printAnswer } from './io.ts';
import { table } from './table.ts';

interface AnnounceOptions extends AnswerOptions {
  from?: string;
  to?: string;
  withdraw?: string;
  as?: string;
  at?: string;
}

/** Adds the command. */
export function addAnnounceCommand(program: Command, cli: Cli): void {
  program
    .command('announce [kind]')
    .description(
      'Announces "maintenance" or "mail-outage" on every page and in the API. Without a kind, lists what is announced.',
    )
    .option('--from <instant>', 'when it begins, for example 2026-12-01T20:00:00Z; default: now')
    .option('--to <instant>', 'when it ends; an outage of mail may have no known end')
    .option('--withdraw <id>', 'show this announcement no more')
    .option('--as <person>', 'the supervisor or administrator of the coordinating agency who announces')
    .option('--at <agency>', 'the agency, for a person who works at several')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  liaise announce maintenance --from 2026-12-01T20:00:00Z --to 2026-12-01T20:30:00Z --as otto.rowan',
    )
    .action(async (kind: string | undefined, options: AnnounceOptions) => {
      if (options.withdraw !== undefined)
        await withdraw(cli.services().engineDb, await announcer(cli, options), options.withdraw);
      else if (kind !== undefined) await announceNow(cli, kind, options);
      const announced = await readAnnouncements(cli.services().readerDb);
      printAnswer(cli.io, options, announced, () => announcedText(announced, cli.io));
    });
}

/** @throws ReferralError INVALID_INPUT; ROLE_REQUIRED. */
async function announceNow(cli: Cli, text: string, options: AnnounceOptions): Promise<void> {
  const kind = ANNOUNCEMENT_KINDS.find((each) => each === text);
  if (kind === undefined)
    throw new ReferralError('INVALID_INPUT', `Announce ${ANNOUNCEMENT_KINDS.join(' or ')}.`, 'kind');
  const from = options.from === undefined ? undefined : instantOf(options.from, 'from');
  const to = options.to === undefined ? undefined : instantOf(options.to, 'to');
  const by = await announcer(cli, options);
  const announcement = { kind, from, ...(to !== undefined && { to }) };
  await announce(cli.services().engineDb, by, announcement, new Date().toISOString());
}

async function announcer(cli: Cli, options: AnnounceOptions): Promise<Person> {
  const { as } = options;
  if (as === undefined) throw new ReferralError('INVALID_INPUT', 'State who announces: add --as PERSON.', 'as');
  return (await actingPerson(cli.services(), { ...options, as })).actor;
}

function instantOf(text: string, field: string): string {
  const { data } = instant.safeParse(text);
  if (data === undefined)
    throw new ReferralError('INVALID_INPUT', 'must be an instant, for example 2026-12-01T20:00:00Z', field);
  return data;
}

function announcedText(announced: readonly Announcement[], { columns }: Io): string {
  if (announced.length === 0) return 'Nothing is announced.\n';
  const rows = announced.map(({ id, kind, from, to = 'unknown' }) => [id, kind, from, to]);
  return table(['announcement', 'kind', 'from', 'to'], rows, columns);
}

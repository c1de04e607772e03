/** `liaise announce`: announces planned maintenance or an outage of mail on every page and in the API, or withdraws it. */

import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { z } from 'zod';
import { ANNOUNCEMENT_KINDS, type Announcement } from '../../domain/announcement.ts';
import { ReferralError } from '../../domain/errors.ts';
import { addAnnouncement, readAnnouncements, withdrawAnnouncement } from '../../prisma/store/announcements.ts';
import { instant } from '../contract/submission.ts';
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
    .option('--as <person>', 'the supervisor or administrator who announces')
    .option('--at <agency>', 'the agency, for a person who works at several')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  liaise announce maintenance --from 2026-12-01T20:00:00Z --to 2026-12-01T20:30:00Z --as otto.rowan',
    )
    .action(async (kind: string | undefined, options: AnnounceOptions) => {
      if (options.withdraw !== undefined) await withdraw(cli, options.withdraw, options);
      else if (kind !== undefined) await announce(cli, kind, options);
      const announced = await readAnnouncements(cli.services().readerDb);
      printAnswer(cli.io, options, announced, () => announcedText(announced, cli.io));
    });
}

/** @throws ReferralError INVALID_INPUT; ROLE_REQUIRED. */
async function announce(cli: Cli, text: string, options: AnnounceOptions): Promise<void> {
  const kind = ANNOUNCEMENT_KINDS.find((each) => each === text);
  if (kind === undefined)
    throw new ReferralError('INVALID_INPUT', `Announce ${ANNOUNCEMENT_KINDS.join(' or ')}.`, 'kind');
  const from = options.from === undefined ? new Date().toISOString() : instantOf(options.from, 'from');
  const to = options.to === undefined ? undefined : instantOf(options.to, 'to');
  if (to === undefined && kind === 'maintenance')
    throw new ReferralError('INVALID_INPUT', 'State when the maintenance ends: add --to INSTANT.', 'to');
  if (to !== undefined && (to <= from || to <= new Date().toISOString()))
    throw new ReferralError('INVALID_INPUT', 'The end must be after the beginning, and in the future.', 'to');
  const personId = await announcer(cli, options);
  const announcement: Announcement = { id: randomUUID(), kind, from, ...(to !== undefined && { to }) };
  await addAnnouncement(cli.services().engineDb, announcement, personId);
}

/** @throws ReferralError INVALID_INPUT if there is no such announcement; ROLE_REQUIRED. */
async function withdraw(cli: Cli, text: string, options: AnnounceOptions): Promise<void> {
  const personId = await announcer(cli, options);
  const id = z.uuid().safeParse(text).data;
  if (id === undefined || !(await withdrawAnnouncement(cli.services().engineDb, id, personId)))
    throw new ReferralError(
      'INVALID_INPUT',
      'There is no such announcement. "liaise announce" lists them.',
      'withdraw',
    );
}

async function announcer(cli: Cli, options: AnnounceOptions): Promise<string> {
  const { as } = options;
  if (as === undefined) throw new ReferralError('INVALID_INPUT', 'State who announces: add --as PERSON.', 'as');
  const { actor } = await actingPerson(cli.services(), { ...options, as });
  if (!actor.roles.some((role) => role === 'supervisor' || role === 'administrator'))
    throw new ReferralError('ROLE_REQUIRED', 'Only a supervisor or an administrator may announce.', 'as');
  return actor.personId;
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

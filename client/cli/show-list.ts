/** `liaise list`: the referrals of one agency, newest first. */

import { type Command, Option } from 'commander';
import { z } from 'zod';
import { localTime } from '../../domain/clocks/calendar.ts';
import { REFERRAL_STATUSES } from '../../domain/statuses.ts';
import { URGENCIES } from '../../domain/vocabulary.ts';
import { parse } from '../contract/parse.ts';
import { instant } from '../contract/submission.ts';
import { type ListRow, pageOfReferrals } from '../queries/list.ts';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { table } from './table.ts';

type Options = ActingOptions & AnswerOptions;

const filter = z.object({
  status: z.enum(REFERRAL_STATUSES).exactOptional(),
  urgency: z.enum(URGENCIES).exactOptional(),
  dueBefore: instant.exactOptional(),
  breached: z.boolean().exactOptional(),
  mine: z.boolean().exactOptional(),
  limit: z.coerce.number().int().min(1).max(1_000),
});

/** Adds `liaise list`. */
export function addListCommands(program: Command, { services, io }: Cli): void {
  const command = program.command('list').description('The referrals of your agency, newest first.');
  actingOptions(command)
    .addOption(new Option('--status <word>', 'only this status').choices(REFERRAL_STATUSES))
    .addOption(new Option('--urgency <word>', 'only this urgency').choices(URGENCIES))
    .option('--due-before <instant>', 'only with a deadline before this time, for example 2026-12-01T12:00:00+02:00')
    .option('--breached', 'only overdue referrals')
    .option('--mine', 'only referrals that the person handles')
    .option('--limit <n>', 'maximum number of referrals', '20')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise list --status referred --urgency urgent --as noor.rowan')
    .action(async (options: Options) => {
      const { mine, limit, ...wanted } = parse(filter, options);
      const { actor, zone } = await actingPerson(services(), options);
      const newest = { desk: 'all', sort: 'submitted', order: 'desc', limit } as const;
      const query = { ...newest, ...wanted, ...(mine && { handler: 'me' as const }) };
      const lines = (await pageOfReferrals(services(), actor, query)).rows.map(lineOf);
      printAnswer(io, options, lines, () => listText(lines, zone, io.columns));
    });
}

function lineOf({
  reference,
  referralId: id,
  status,
  urgency,
  kind,
  senderAgencyId,
  submittedAt,
  drill,
  ...row
}: ListRow) {
  const recipients = row.recipients.map(({ id, agencyId, status }) => ({ id, agencyId, status }));
  const line = { reference, id, status, urgency, kind, senderAgencyId, recipients, submittedAt, drill };
  return { ...line, nextDueAt: row.nextClock?.dueAt ?? null };
}

function listText(lines: readonly ReturnType<typeof lineOf>[], zone: string, columns: number): string {
  if (lines.length === 0) return 'There are no referrals.\n';
  const rows = lines.map(({ reference, status, urgency, kind, senderAgencyId, recipients, nextDueAt, drill }) => [
    drill ? `${reference} DRILL` : reference,
    status,
    urgency,
    kind,
    senderAgencyId,
    recipients.map(({ agencyId, status }) => `${agencyId} ${status}`).join('\n'),
    nextDueAt === null ? '' : localTime(nextDueAt, zone),
  ]);
  const head = ['reference', 'status', 'urgency', 'kind', 'sender', 'recipients', `next due (${zone})`];
  return table(head, rows, columns);
}

/** `liaise list`: the referrals of one agency, newest first. */

import { type Command, Option } from 'commander';
import { z } from 'zod';
import { localTime } from '../../domain/clocks/calendar.ts';
import { REFERRAL_STATUSES } from '../../domain/statuses.ts';
import { URGENCIES } from '../../domain/vocabulary.ts';
import { parse } from '../contract/parse.ts';
import { instant } from '../contract/submission.ts';
import { type ListRow, pageOfReferrals } from '../queries/list.ts';
import { type ActingOptions, actingOptions, whoActs } from './acting.ts';
import { type AnswerOptions, answer } from './answer.ts';
import type { Cli } from './dependencies.ts';
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

export function addList(program: Command, { doors, io }: Cli): void {
  const command = program.command('list').description('The referrals of your agency, newest first.');
  actingOptions(command)
    .addOption(new Option('--status <word>', 'only those in this status').choices(REFERRAL_STATUSES))
    .addOption(new Option('--urgency <word>', 'only those this urgent').choices(URGENCIES))
    .option('--due-before <instant>', 'only those with a clock that runs out before, as 2026-12-01T12:00:00+02:00')
    .option('--breached', 'only those with a clock that ran out and is unanswered')
    .option('--mine', 'only those that the person handles')
    .option('--limit <n>', 'how many at most', '20')
    .option('--json', 'answer for programs')
    .addHelpText('after', '\nExample:\n  liaise list --status referred --urgency urgent --as noor.rowan')
    .action(async (options: Options) => {
      const { mine, limit, ...wanted } = parse(filter, options);
      const { actor, zone } = await whoActs(doors(), options);
      const newest = { desk: 'all', sort: 'submitted', order: 'desc', limit } as const;
      const query = { ...newest, ...wanted, ...(mine && { handler: 'me' as const }) };
      const lines = (await pageOfReferrals(doors(), actor, query)).rows.map(lineOf);
      answer(io, options, lines, () => listText(lines, zone, io.columns));
    });
}

function lineOf({ reference, referralId: id, status, urgency, kind, senderAgencyId, submittedAt, ...row }: ListRow) {
  const recipients = row.recipients.map(({ id, agencyId, status }) => ({ id, agencyId, status }));
  const line = { reference, id, status, urgency, kind, senderAgencyId, recipients, submittedAt };
  return { ...line, nextDueAt: row.nextClock?.dueAt ?? null };
}

function listText(lines: readonly ReturnType<typeof lineOf>[], zone: string, columns: number): string {
  if (lines.length === 0) return 'There are none.\n';
  const rows = lines.map(({ reference, status, urgency, kind, senderAgencyId, recipients, nextDueAt }) => [
    reference,
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

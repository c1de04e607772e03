/** `liaise erasures`: which recipients must erase their copies, since when, and whether they confirmed it. */

import type { Command } from 'commander';
import { localTime } from '../../domain/clocks/calendar.ts';
import { type OrderedErasure, orderedErasures } from '../queries/erasure-confirmations.ts';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { table } from './table.ts';

type Options = ActingOptions & AnswerOptions & { open?: boolean };

/** Adds `liaise erasures`. */
export function addErasuresCommand(program: Command, { services, io }: Cli): void {
  const command = program
    .command('erasures')
    .description('The recipients that must erase their copies, since when, and whether they confirmed it.');
  actingOptions(command)
    .option('--open', 'only those that have not confirmed')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise erasures --open --as otto.rowan')
    .action(async ({ open = false, ...options }: Options) => {
      const { actor, zone } = await actingPerson(services(), options);
      const rows = await orderedErasures(services(), actor, { openOnly: open });
      printAnswer(io, options, rows, () => erasuresText(rows, zone, io.columns));
    });
}

function erasuresText(rows: readonly OrderedErasure[], zone: string, columns: number): string {
  if (rows.length === 0) return 'No recipient was ordered to erase its copies.\n';
  const lines = rows.map(({ reference, recipientId, agencyId, ground, orderedAt, dueAt, confirmedAt, state }) => [
    ...[reference, recipientId, agencyId, ground, localTime(orderedAt, zone)],
    `${state} ${localTime(confirmedAt ?? dueAt, zone)}`,
  ]);
  return table(['referral', 'recipient', 'agency', 'ground', `ordered (${zone})`, 'state'], lines, columns);
}

/** `liaise host-times`: how far the clocks of PostgreSQL, Temporal and the other hosts are apart. */

import { hostname } from 'node:os';
import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import { type HostClock, readHostClocks } from '../../prisma/store/host-clocks.ts';
import { databaseAheadMs, MAX_CLOCK_OFFSET_MS } from '../platform/clock-offset.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { table } from './table.ts';

/** Adds the command. */
export function addHostTimesCommand(program: Command, cli: Cli): void {
  program
    .command('host-times')
    .description(
      'How far the clocks of PostgreSQL and Temporal are ahead of the hosts of workers and web servers, and of this one.',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise host-times')
    .action((options: AnswerOptions) => showHostTimes(cli, options));
}

/** @throws ReferralError NOT_WHOLE if times differ too much, for the exit status. */
async function showHostTimes(cli: Cli, options: AnswerOptions): Promise<void> {
  const { readerDb } = cli.services();
  const here = await databaseAheadMs(readerDb);
  const own: HostClock = {
    ...{ host: `${hostname()} (this command)`, of: 'database', aheadMs: Math.round(here) },
    measuredAt: new Date(Date.now() + here),
  };
  const clocks = [own, ...(await readHostClocks(readerDb))];
  printAnswer(cli.io, options, clocks, () =>
    table(
      ['host', 'clock of', 'ahead by', 'measured'],
      clocks.map(({ host, of, aheadMs, measuredAt }) => [host, of, `${aheadMs} ms`, measuredAt.toISOString()]),
      cli.io.columns,
    ),
  );
  const wrong = clocks.filter(({ aheadMs }) => Math.abs(aheadMs) > MAX_CLOCK_OFFSET_MS).length;
  if (wrong > 0)
    throw new ReferralError('NOT_WHOLE', `${wrong} differ by more than two seconds. Set the time of the hosts.`);
}

/** `liaise policy simulate`: what a file with clock policies would have meant for past referrals. */

import type { Command } from 'commander';
import { DateTime } from 'luxon';
import type { ClockEnd } from '../../domain/clocks/simulate.ts';
import { ReferralError } from '../../domain/errors.ts';
import { type ChangedClock, type PolicySimulation, simulatePolicies } from '../queries/policy-simulation.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { readPolicies } from './policy-file.ts';
import { table } from './table.ts';

interface Options extends AnswerOptions {
  from?: string;
  to?: string;
}

/** Adds `liaise policy simulate`. */
export function addSimulateCommand(policy: Command, { services, io }: Cli): void {
  policy
    .command('simulate <file>')
    .summary('Shows what the policies would have meant for past referrals.')
    .description(
      'Computes the clocks of past referrals with the policies of a file, from the journal: which would have been due when, and ' +
        'which would have been breached. Counts the clocks that ran in the period, also those of older referrals. The acts ' +
        'stay as they were. Changes nothing. Needs an installation.',
    )
    .option('--from <date>', 'the first day of the period in UTC, for example 2026-10-01; 30 days ago by default')
    .option('--to <date>', 'the last day of the period in UTC; today by default')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise policy simulate policy.json --from 2026-10-01 --to 2026-10-31')
    .action(async (path: string, options: Options) => {
      const policies = await readPolicies(path);
      const now = DateTime.utc();
      const from = dayOf(options.from, 'from', now.minus({ days: 30 })).startOf('day');
      const to = dayOf(options.to, 'to', now).endOf('day');
      const [start, end, at] = [from, to, now].map((each) => each.toJSDate().toISOString());
      const progress = (done: number, all: number) =>
        io.isTerminal && io.err(`\r${done} of ${all}${done >= all ? '\n' : ''}`);
      const period = { from: start ?? '', to: end ?? '', now: at ?? '' };
      const simulation = await simulatePolicies(services().readerDb, policies, period, { progress });
      printAnswer(io, options, simulation, () => simulationText(simulation, io.columns));
    });
}

function dayOf(text: string | undefined, option: string, otherwise: DateTime): DateTime {
  if (text === undefined) return otherwise;
  const day = DateTime.fromFormat(text, 'yyyy-MM-dd', { zone: 'utc' });
  if (day.isValid) return day;
  throw new ReferralError('INVALID_INPUT', `--${option} must be a date, for example 2026-10-01.`, option);
}

function simulationText({ version, referrals, totals, changed, from, to }: PolicySimulation, columns: number): string {
  const period = `${from.slice(0, 10)} to ${to.slice(0, 10)}`;
  const counts = totals.map(({ name, recorded, simulated, recordedBreaches, simulatedBreaches }) =>
    [name, recorded, simulated, recordedBreaches, simulatedBreaches].map(String),
  );
  const summary = table(['clock', 'recorded', 'simulated', 'breached', 'would be breached'], counts, columns);
  const head = `Referrals with an act or a clock from ${period}, with the policies ${version}: ${referrals}\n\n${summary}\n`;
  if (changed.length === 0) return `${head}No clock would have been due at another time.\n`;
  const rows = changed.map((clock) => [clock.reference, clock.name, ...[clock.recorded, clock.simulated].map(endText)]);
  return `${head}Clocks that would have changed: ${changed.length}\n\n${table(['referral', 'clock', 'recorded', 'simulated'], rows, columns)}`;
}

function endText(end: ChangedClock['recorded']): string {
  if (end === undefined) return 'none';
  return `due ${end.dueAt}, ${stateText(end)}`;
}

function stateText({ endedAt, breached }: ClockEnd): string {
  const state = endedAt ? `ended ${endedAt}` : 'not ended';
  return breached ? `${state}, breached` : state;
}

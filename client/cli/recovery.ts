/** `liaise check`, `rebuild`, `repair`: whether everything is whole, and what makes it so. Safe while the system runs. */

import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import { check, type Finding, type RecoveryDeps } from '../recovery/check.ts';
import { rebuild } from '../recovery/rebuild.ts';
import { type Repair, repair } from '../recovery/repair.ts';
import { type AnswerOptions, answer } from './answer.ts';
import type { Cli } from './doors.ts';
import type { Io } from './io.ts';
import { table } from './table.ts';

export function addRecovery(program: Command, cli: Cli): void {
  const add = (name: string, description: string, action: (options: AnswerOptions) => Promise<void>) =>
    program
      .command(name)
      .description(description)
      .option('--json', 'answer for programs')
      .addHelpText('after', `\nExample:\n  liaise ${name}`)
      .action(action);
  add('check', 'Holds what is derived, and what runs, against the journal. Changes nothing.', (options) =>
    showCheck(cli, options),
  );
  add('rebuild', 'Makes anew from the journal whatever does not agree with it.', (options) =>
    showRebuild(cli, options),
  );
  add(
    'repair',
    'Starts what should run, restores what Temporal still knows, and names what a person must decide.',
    (options) => showRepair(cli, options),
  );
}

/** @throws ReferralError NOT_WHOLE where something was found, so that the exit status says so. */
async function showCheck(cli: Cli, options: AnswerOptions): Promise<void> {
  const findings = await check(depsOf(cli));
  answer(cli.io, options, findings, () =>
    findings.length === 0 ? 'Everything is whole.\n' : findingsText(findings, cli.io),
  );
  if (findings.length > 0)
    throw new ReferralError('NOT_WHOLE', `${findings.length} found; the remedy stands beside each.`);
}

/** @throws ReferralError NOT_WHOLE where a journal lacks entries. */
async function showRebuild(cli: Cli, options: AnswerOptions): Promise<void> {
  const result = await rebuild(depsOf(cli));
  const { rebuilt, broken } = result;
  answer(cli.io, options, result, () =>
    rebuilt.length === 0
      ? 'Nothing differed from the journal.\n'
      : `${rebuilt.length} made anew: ${rebuilt.join(', ')}\n`,
  );
  if (broken.length === 0) return;
  const message = `The journal of ${broken.join(', ')} lacks entries: "liaise repair" looks for them in Temporal.`;
  throw new ReferralError('NOT_WHOLE', message);
}

/** @throws ReferralError NOT_WHOLE where a person must decide. */
async function showRepair(cli: Cli, options: AnswerOptions): Promise<void> {
  const repairs = await repair(depsOf(cli));
  answer(cli.io, options, repairs, () =>
    repairs.length === 0 ? 'Nothing had to be repaired.\n' : repairsText(repairs, cli.io),
  );
  const left = repairs.filter(({ done }) => done === 'left-to-a-person');
  if (left.length > 0) throw new ReferralError('NOT_WHOLE', `${left.length} left to a person: they are named above.`);
}

/** Progress goes where errors go: the answer itself stays clean. */
function depsOf({ doors, io }: Cli): RecoveryDeps {
  const { db, temporal } = doors();
  const progress = (done: number, all: number) =>
    io.isTerminal && io.err(`\r${done} of ${all}${done >= all ? '\n' : ''}`);
  return { db, temporal, progress };
}

function findingsText(findings: readonly Finding[], { columns }: Io): string {
  const rows = findings.map(({ reference, referralId, fault, detail, remedy }) => [
    ...[reference || referralId, fault, detail, remedy],
  ]);
  return table(['referral', 'fault', 'detail', 'remedy'], rows, columns);
}

function repairsText(repairs: readonly Repair[], { columns }: Io): string {
  const rows = repairs.map(({ finding, done, detail }) => [
    ...[finding.reference || finding.referralId, finding.fault, done, detail],
  ]);
  return table(['referral', 'fault', 'done', 'detail'], rows, columns);
}

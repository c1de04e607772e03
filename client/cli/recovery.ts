/** `liaise check`, `rebuild`, `repair`, `keep-journal`: whether everything is whole, and what makes it so, while it runs. */

import type { Command } from 'commander';
import { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import { check, type Finding, type RecoveryDeps } from '../recovery/check.ts';
import { keepJournal } from '../recovery/keep-journal.ts';
import { rebuild } from '../recovery/rebuild.ts';
import { type Repair, repair } from '../recovery/repair.ts';
import { type ActingOptions, actingOptions, whoActs } from './acting.ts';
import { type AnswerOptions, answer } from './answer.ts';
import { confirm } from './confirm.ts';
import type { Cli } from './dependencies.ts';
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
  addKeepJournal(program, cli);
}

function addKeepJournal(program: Command, cli: Cli): void {
  const command = program
    .command('keep-journal')
    .description('Where journal and Temporal differ: lets the journal hold, and Temporal forget what it alone knows.')
    .argument('<referral>', 'as "liaise check" names it');
  actingOptions(command)
    .option('--yes', 'do not ask to confirm')
    .option('--json', 'answer for programs')
    .addHelpText('after', '\nExample:\n  liaise keep-journal XR-2026-000001 --as otto.rowan')
    .action((name: string, options: KeepOptions) => showKept(cli, name, options));
}

interface KeepOptions extends AnswerOptions, ActingOptions {
  yes?: boolean;
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

/** What is lost is shown before anything happens. @throws whatever `keepJournal` throws, or NotConfirmed. */
async function showKept(cli: Cli, name: string, options: KeepOptions): Promise<void> {
  const deps = depsOf(cli);
  const { actor: by } = await whoActs(cli.doors(), options);
  const lost = await keepJournal(deps, await idOf(deps.db, name), {
    by,
    agree: (entries) =>
      confirm(
        cli.io,
        `${entriesText(entries, cli.io)}This is lost, and must be done again by whoever did it.`,
        options.yes,
      ),
  });
  answer(cli.io, options, lost, () => `The journal holds; lost is:\n${entriesText(lost, cli.io)}`);
}

/** A referral of which nothing but its workflow is left has no number any more. */
async function idOf(db: Database, name: string): Promise<string> {
  const id = (await findReferral(db, name))?.id ?? z.uuid().safeParse(name).data;
  if (id === undefined) throw new ReferralError('UNKNOWN_REFERRAL', 'There is no such referral.');
  return id;
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

function entriesText(entries: readonly JournalEntry[], { columns }: Io): string {
  const rows = entries.map(({ seq, at, by, event }) => [
    ...[`${seq}`, at, event.type, by.kind === 'person' ? `${by.personId} (${by.agencyId})` : 'the engine'],
  ]);
  return table(['entry', 'at', 'event', 'by'], rows, columns);
}

function repairsText(repairs: readonly Repair[], { columns }: Io): string {
  const rows = repairs.map(({ finding, done, detail }) => [
    ...[finding.reference || finding.referralId, finding.fault, done, detail],
  ]);
  return table(['referral', 'fault', 'done', 'detail'], rows, columns);
}

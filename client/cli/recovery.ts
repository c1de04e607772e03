/** `liaise check`, `rebuild`, `repair` and `keep-journal`: compare derived data and workflows with the journal. */

import type { Command } from 'commander';
import { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { countAllReferrals } from '../../prisma/store/rebuild.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import { check as checkAll } from '../recovery/check.ts';
import { checkClocks } from '../recovery/check-clocks.ts';
import type { CheckThreads } from '../recovery/check-threads.ts';
import type { Finding } from '../recovery/finding.ts';
import { keepJournal } from '../recovery/keep-journal.ts';
import { type Rebuilt, rebuild } from '../recovery/rebuild.ts';
import { type Repair, repair } from '../recovery/repair.ts';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import { addCheckMaterialCommand } from './check-material.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, confirmAct, type Io, printAnswer } from './io.ts';
import { recoveryDeps } from './recovery-deps.ts';
import { table } from './table.ts';

const THREADS = [
  '--threads <number>',
  'share the work between this many threads; by default 2 with many referrals',
] as const;

/** Adds the commands that check, rebuild and repair. */
export function addRecoveryCommands(program: Command, cli: Cli): void {
  const add = (name: string, description: string, action: (options: AnswerOptions) => Promise<void>) =>
    program
      .command(name)
      .description(description)
      .option('--json', 'print JSON')
      .addHelpText('after', `\nExample:\n  liaise ${name}`)
      .action(action);
  const check = add(
    'check',
    'Compares derived data and workflows with the journal, and recomputes all deadlines. Changes nothing.',
    (options: CheckOptions) => (options.clocks ? showClocks(cli, options) : showCheck(cli, options)),
  )
    .option('--clocks', 'recompute the deadlines only, from the journal alone')
    .option(...THREADS);
  addCheckMaterialCommand(check, cli);
  add('rebuild', 'Derives the data that differs from the journal again.', (options) =>
    showRebuild(cli, options),
  ).option(...THREADS);
  add(
    'repair',
    'Starts missing workflows, restores journal entries from Temporal, and lists what a person must decide.',
    (options) => showRepair(cli, options),
  );
  addKeepJournal(program, cli);
}

function addKeepJournal(program: Command, cli: Cli): void {
  const command = program
    .command('keep-journal')
    .description('If journal and Temporal differ, keeps the journal and discards the entries that only Temporal has.')
    .argument('<referral>', 'reference or id, as in "liaise check"');
  actingOptions(command)
    .option('--yes', 'do not ask to confirm')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise keep-journal XR-2026-000001 --as otto.rowan')
    .action((name: string, options: KeepOptions) => showKept(cli, name, options));
}

interface KeepOptions extends AnswerOptions, ActingOptions {
  yes?: boolean;
}

interface ThreadOptions extends AnswerOptions {
  threads?: string;
}

interface CheckOptions extends ThreadOptions {
  clocks?: true;
}

/** With fewer referrals, a comparison takes about as long as starting threads. */
const MANY_REFERRALS = 2_000;

/** Undefined if the work is not shared. @throws ReferralError INVALID_INPUT */
async function checkThreads({ services }: Cli, { threads }: ThreadOptions): Promise<CheckThreads | undefined> {
  const { readerDb, openCheckThreads } = services();
  const wanted = threads === undefined ? undefined : z.coerce.number().int().min(1).max(64).safeParse(threads).data;
  if (threads !== undefined && wanted === undefined) {
    throw new ReferralError('INVALID_INPUT', '--threads takes a number from 1 to 64.');
  }
  const isShared = wanted !== undefined || (await countAllReferrals(readerDb)) >= MANY_REFERRALS;
  return isShared ? openCheckThreads?.(wanted ?? 2) : undefined;
}

/** @throws ReferralError NOT_WHOLE if a due instant differs, for the exit status. */
async function showClocks(cli: Cli, options: AnswerOptions): Promise<void> {
  const startedAt = performance.now();
  const checked = await checkClocks({ ...recoveryDeps(cli), db: cli.services().readerDb });
  const { clocks, findings } = checked;
  const perSecond = Math.round((clocks / (performance.now() - startedAt)) * 1_000);
  printAnswer(cli.io, options, { ...checked, perSecond }, () =>
    findings.length === 0
      ? `Deadlines recomputed from the journal: ${clocks}, at ${perSecond} per second. All agree.\n`
      : findingsText(findings, cli.io),
  );
  if (findings.length > 0)
    throw new ReferralError('NOT_WHOLE', `Deadlines that differ: ${findings.length} of ${clocks}.`);
}

/** @throws ReferralError NOT_WHOLE if there are findings, for the exit status. */
async function showCheck(cli: Cli, options: CheckOptions): Promise<void> {
  const work = await checkThreads(cli, options);
  const findings = await checkAll({
    ...recoveryDeps(cli),
    db: cli.services().readerDb,
    ...(work && { work }),
  }).finally(work?.close);
  printAnswer(cli.io, options, findings, () =>
    findings.length === 0 ? 'Everything agrees with the journal.\n' : findingsText(findings, cli.io),
  );
  if (findings.length > 0)
    throw new ReferralError('NOT_WHOLE', `${findings.length} found. The table has a remedy for each.`);
}

/** @throws ReferralError NOT_WHOLE if a journal lacks entries. */
async function showRebuild(cli: Cli, options: ThreadOptions): Promise<void> {
  const work = await checkThreads(cli, options);
  const result = await rebuild({ ...recoveryDeps(cli), ...(work && { work }) }).finally(work?.close);
  const { broken, contradicted, logFault } = result;
  printAnswer(cli.io, options, result, () => rebuiltText(result));
  if (logFault) {
    const message = `The audit log was changed (${logFault}). Nothing was rebuilt, since that would cover up the change: see "liaise check" and docs/audit-log.md.`;
    throw new ReferralError('NOT_WHOLE', message);
  }
  if (contradicted.length > 0) {
    const names = contradicted.join(', ');
    const message = `The journal of ${names} contradicts the audit log. Nothing of it was rebuilt: see "liaise check".`;
    throw new ReferralError('NOT_WHOLE', message);
  }
  if (broken.length === 0) return;
  const message = `The journal of ${broken.join(', ')} lacks entries: "liaise repair" looks for them in Temporal.`;
  throw new ReferralError('NOT_WHOLE', message);
}

function rebuiltText({ rebuilt, statistics, logFault }: Rebuilt): string {
  if (logFault) return 'Nothing was rebuilt.\n';
  if (rebuilt.length === 0 && statistics.length === 0) return 'Nothing differed from the journal.\n';
  const referrals = rebuilt.length > 0 ? `${rebuilt.length} derived again: ${rebuilt.join(', ')}\n` : '';
  return statistics.length > 0 ? `${referrals}Statistics derived again: ${statistics.join(', ')}\n` : referrals;
}

/** @throws ReferralError NOT_WHOLE if a person must decide. */
async function showRepair(cli: Cli, options: AnswerOptions): Promise<void> {
  const repairs = await repair(recoveryDeps(cli));
  printAnswer(cli.io, options, repairs, () =>
    repairs.length === 0 ? 'Nothing needed repair.\n' : repairsText(repairs, cli.io),
  );
  const left = repairs.filter(({ done }) => done === 'left-to-a-person');
  if (left.length > 0)
    throw new ReferralError('NOT_WHOLE', `A person must decide on ${left.length}: see the list above.`);
}

/** Shows the entries that will be lost, and asks for confirmation. @throws NotConfirmed, and the errors of `keepJournal`. */
async function showKept(cli: Cli, name: string, options: KeepOptions): Promise<void> {
  const deps = recoveryDeps(cli);
  const { actor: by } = await actingPerson(cli.services(), options);
  const lost = await keepJournal(deps, await idOf(deps.db, name), {
    by,
    agree: (entries) =>
      confirmAct(
        cli.io,
        `${entriesText(entries, cli.io)}These entries will be lost. The people named must perform these acts again.`,
        options.yes,
      ),
  });
  printAnswer(
    cli.io,
    options,
    lost,
    () => `The journal is kept. These entries are lost:\n${entriesText(lost, cli.io)}`,
  );
}

/** If only the workflow of a referral is left, it has an id but no reference. */
async function idOf(db: Database, name: string): Promise<string> {
  const id = (await findReferral(db, name))?.id ?? z.uuid().safeParse(name).data;
  if (id === undefined) throw new ReferralError('UNKNOWN_REFERRAL', 'There is no such referral.');
  return id;
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

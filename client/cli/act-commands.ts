/** A command for each act of the lifecycle table, from the list in `acts.ts`. */

import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import type { TextCosts } from '../../domain/guard/budget.ts';
import { LIFECYCLE } from '../../domain/lifecycle.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { type ActRequest, actRequest } from '../contract/acts.ts';
import { parse } from '../contract/parse.ts';
import { additionBudget } from '../engine/addition-budget.ts';
import type { Guard } from '../platform/guard/guard.ts';
import type { ActCommand } from './act-command.ts';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import { ACT_COMMANDS } from './acts.ts';
import { AdditionReports, FileAddition, readAddition, readHashes } from './addition-files.ts';
import type { Cli } from './dependencies.ts';
import { permissionText } from './explain-lifecycle.ts';
import type { TypedFields } from './fill-in.ts';
import type { Flag } from './flag.ts';
import { confirmAct, printAnswer } from './io.ts';
import { lossText } from './show-report.ts';
import { warnOfUnreachable } from './unreachable-countries.ts';

type Type = ActRequest['type'];

interface Options extends ActingOptions, Record<string, unknown> {
  key?: string;
  json?: boolean;
  yes?: boolean;
}

/** Adds a command for each act. */
export function addActCommands(program: Command, cli: Cli): void {
  for (const { shape } of actRequest.options) addAct(program, cli, shape.type.value);
}

function addAct(program: Command, cli: Cli, type: Type): void {
  const { flags, example, warning } = ACT_COMMANDS[type];
  const rows = LIFECYCLE.filter(({ act }) => act === type);
  const command = program.command(`${type} <reference>`).summary(rows[0]?.effect ?? '');
  command.description(`${rows.map(permissionText).join('\n')}`);
  for (const { option } of flags) command.addOption(option());
  actingOptions(command).option(
    '--key <key>',
    'idempotency key: an act is done once for each key (default: a new key)',
  );
  if (warning) command.option('--yes', 'do not ask to confirm');
  command.option('--json', 'print JSON');
  command.addHelpText('after', `\nExample:\n  liaise ${type} XR-2026-000123 ${example}`);
  command.action((reference: string, options: Options) => perform(cli, type, reference, options));
}

async function perform(cli: Cli, type: Type, reference: string, options: Options): Promise<void> {
  const { engine, reader, db, keyring } = cli.services();
  const { actor } = await actingPerson(cli.services(), options);
  const { flags, fillIn, warning }: ActCommand = ACT_COMMANDS[type];
  if (warning) await confirmAct(cli.io, warning, options.yes);
  const key = options.key ?? randomUUID();
  const typed = await fieldsFrom(flags, options, cli);
  const sent = sentFields(typed);
  const given = await withReportsRead(typed, cli, (guard) =>
    additionBudget({ db, keyring, guard }, actor, reference, { key, sent }),
  );
  const loss = Object.values(given).flatMap((value) => (value instanceof FileAddition ? value.loss : []));
  const filled = fillIn?.(given, { act: type, actor, referral: (await reader.status(actor, reference)).referral });
  const request = parse(actRequest, { type, ...(filled ?? given) });
  await warnOfUnreachable(cli, actor, reference, request);
  const receipt = await engine.perform(actor, reference, request, { key, sent }).catch((error: unknown) => {
    throw withKeyHint(error, key);
  });
  const answer = { ...receipt, key, ...(loss.length > 0 && { loss }) };
  printAnswer(cli.io, options, answer, () =>
    [`${type}: done. ${receiptText(receipt)}\n`, ...(loss.length > 0 ? [lossText({ loss }, cli.io.columns)] : [])].join(
      '\n',
    ),
  );
}

/** Without an answer it is unknown whether the act was done. Only the same key makes a second attempt safe. */
function withKeyHint(error: unknown, key: string): unknown {
  if (!(error instanceof ReferralError) || error.code !== 'ENGINE_UNAVAILABLE') return error;
  return new ReferralError(
    error.code,
    `${error.message} Repeat the command with --key ${key}, so that the act is not done twice.`,
  );
}

async function fieldsFrom(flags: readonly Flag[], options: Options, { io }: Cli): Promise<TypedFields> {
  const given: Record<string, unknown> = {};
  for (const { field, source, option } of flags) {
    const value = options[option().attributeName()];
    if (value === undefined) continue;
    if (source === 'text') given[field] = value === '-' ? await io.input() : value;
    else if (source === 'addition-files') given[field] = await readAddition([value].flat().map(String));
    else if (source === 'hash-list')
      given[field] = await readHashes(String(value), options['skipInvalid'] === true, io.err);
    else given[field] = value;
  }
  return given;
}

/** Reads report files within what their referral can still hold. */
async function withReportsRead(
  given: TypedFields,
  cli: Cli,
  limitsOf: (guard: Guard) => Promise<TextCosts>,
): Promise<TypedFields> {
  const read: Record<string, unknown> = { ...given };
  for (const [field, value] of Object.entries(given)) {
    if (!(value instanceof AdditionReports)) continue;
    const guard = cli.guard();
    read[field] = await value.read(guard, await limitsOf(guard));
  }
  return read;
}

/** What repetitions are compared with: files by their content, so that a later version may read them differently. */
function sentFields(given: TypedFields): TypedFields {
  return Object.fromEntries(
    Object.entries(given).map(([field, value]) => [
      field,
      value instanceof FileAddition || value instanceof AdditionReports ? value.sent : value,
    ]),
  );
}

/** The receipt of an act as text. */
export function receiptText({ reference, status, opened, hashesLeftOut = 0, same }: Receipt): string {
  if (same) return `${reference} has the same content and is ${status}. Nothing new was submitted.`;
  const receipt = `${reference} is ${status}${opened.length > 0 ? `; opened ${opened.join(', ')}` : ''}.`;
  if (hashesLeftOut === 0) return receipt;
  return (
    `${receipt}\nThe last ${hashesLeftOut} hash values were left out: they exceed the limit of the referral. ` +
    'A supervisor of the coordinating agency can raise the limit (raise-hash-limit). Then send them as a supplement.'
  );
}

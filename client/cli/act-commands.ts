/** One command for each act of the lifecycle table, made from the list in `acts.ts`. */

import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import { LIFECYCLE } from '../../domain/lifecycle.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { type ActRequest, actRequest } from '../contract/acts.ts';
import { parse } from '../contract/parse.ts';
import { type ActingOptions, actingOptions, whoActs } from './acting.ts';
import { ACTS, type TypedAct } from './acts.ts';
import { answer } from './answer.ts';
import { confirm } from './confirm.ts';
import type { Cli } from './dependencies.ts';
import { failureOf } from './failure.ts';
import { readJson } from './files.ts';
import type { Given } from './fill-in.ts';
import type { Flag } from './flag.ts';
import type { Io } from './io.ts';
import { whoMay } from './lifecycle-words.ts';

type Type = ActRequest['type'];

interface Options extends ActingOptions, Record<string, unknown> {
  key?: string;
  json?: boolean;
  yes?: boolean;
}

export function addActs(program: Command, cli: Cli): void {
  for (const { shape } of actRequest.options) addAct(program, cli, shape.type.value);
}

function addAct(program: Command, cli: Cli, type: Type): void {
  const { flags, example, warning } = ACTS[type];
  const rows = LIFECYCLE.filter(({ act }) => act === type);
  const command = program.command(`${type} <reference>`).summary(rows[0]?.effect ?? '');
  command.description(`${rows.map(whoMay).join('\n')}`);
  for (const { option } of flags) command.addOption(option());
  actingOptions(command).option('--key <key>', 'the same key again is the same act (default: a new one)');
  if (warning) command.option('--yes', 'do not ask to confirm');
  command.option('--json', 'answer for programs');
  command.addHelpText('after', `\nExample:\n  liaise ${type} XR-2026-000123 ${example}`);
  command.action((reference: string, options: Options) => perform(cli, type, reference, options));
}

async function perform(cli: Cli, type: Type, reference: string, options: Options): Promise<void> {
  const { engine, reader } = cli.doors();
  const { actor } = await whoActs(cli.doors(), options);
  const { flags, fillIn, warning }: TypedAct = ACTS[type];
  if (warning) await confirm(cli.io, warning, options.yes);
  const given = await givenBy(flags, options, cli.io);
  const filled = fillIn?.(given, { act: type, actor, referral: (await reader.status(actor, reference)).referral });
  const request = parse(actRequest, { type, ...(filled ?? given) });
  const key = options.key ?? randomUUID();
  const receipt = await engine.perform(actor, reference, request, { key, sent: given }).catch((error: unknown) => {
    throw withKey(error, key);
  });
  answer(cli.io, options, { ...receipt, key }, () => `${type}: done. ${receiptWords(receipt)}\n`);
}

/** Whether an act without an answer was done, nobody knows: only under the same key can it be tried again safely. */
function withKey(error: unknown, key: string): unknown {
  const { code, message } = failureOf(error);
  if (code !== 'ENGINE_UNAVAILABLE') return error;
  return new ReferralError(code, `${message} Add --key ${key}, so that it is not done twice.`);
}

async function givenBy(flags: readonly Flag[], options: Options, io: Io): Promise<Given> {
  const given: Record<string, unknown> = {};
  for (const { field, from, option } of flags) {
    const typed = options[option().attributeName()];
    if (typed === undefined) continue;
    if (from === 'words') given[field] = typed === '-' ? await io.input() : typed;
    else given[field] = from === 'json-file' ? await readJson(String(typed)) : typed;
  }
  return given;
}

export function receiptWords({ reference, status, opened }: Receipt): string {
  return `${reference} is ${status}${opened.length > 0 ? `; opened ${opened.join(', ')}` : ''}.`;
}

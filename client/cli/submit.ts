/** `liaise submit`: a file in, a receipt with its reference out, and what of the file was not understood. */

import { createHash } from 'node:crypto';
import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import { guardMaterial } from '../../domain/material-guard.ts';
import { factsOf } from '../../domain/submission.ts';
import { proposeTriage } from '../../domain/triage.ts';
import { parseReport } from '../contract/parse-report.ts';
import { ipLocator, type LocateIps } from '../platform/locate-ip.ts';
import { receiptWords } from './act-commands.ts';
import { type ActingOptions, actingOptions, whoActs } from './acting.ts';
import { type AnswerOptions, answer } from './answer.ts';
import type { Cli } from './dependencies.ts';
import { readBytes } from './files.ts';
import { lossText, understoodText } from './show-report.ts';

interface Options extends ActingOptions, AnswerOptions {
  file: string;
  key?: string;
  ipDatabase?: string;
  dryRun?: boolean;
}

export function addSubmit(program: Command, cli: Cli): void {
  const command = program.command('submit').summary('a referral from a file; answers with its reference number');
  command.description('Submits a CyberTipline report (XML) or a referral (JSON as "liaise schema referral" says).');
  command.requiredOption('--file <file>', 'which of the two it is, its content tells');
  actingOptions(command)
    .option('--key <key>', 'the same key again is the same referral (default: made from the content of the file)')
    .option('--ip-database <file>', 'country database (MMDB) to place IP addresses by')
    .option('--dry-run', 'show what is understood and what not; send nothing')
    .option('--json', 'answer for programs')
    .addHelpText('after', '\nExample:\n  liaise submit --file report.xml --as quinn.quartz')
    .action((options: Options) => (options.dryRun ? rehearse(cli, options) : submit(cli, options)));
}

async function submit({ doors, io }: Cli, options: Options): Promise<void> {
  const { actor } = await whoActs(doors(), options);
  const file = await readBytes(options.file);
  const { engine } = doors();
  const locateIps = locator(options.ipDatabase);
  const { submission, loss } = await engine.admit(actor, 'submit', () => parseReport(file));
  const key = options.key ?? createHash('sha256').update(file).digest('hex');
  const receipt = await engine.submit(actor, submission, { key, sent: file, loss, locateIps });
  answer(io, options, { ...receipt, key, loss }, () => `${receiptWords(receipt)}\n\n${lossText(loss, io.columns)}`);
}

async function rehearse({ io }: Cli, options: Options): Promise<void> {
  const { submission: read, loss } = parseReport(await readBytes(options.file));
  const submission = locator(options.ipDatabase)(read);
  guardMaterial(submission);
  const proposal = proposeTriage(factsOf(submission));
  answer(io, options, { submission, proposal, loss }, () =>
    [understoodText(submission, proposal, io.columns), lossText(loss, io.columns), 'Nothing was sent.\n'].join('\n'),
  );
}

function locator(ipDatabase: string | undefined): LocateIps {
  try {
    return ipLocator(ipDatabase);
  } catch {
    throw new ReferralError('INVALID_INPUT', 'The country database cannot be read as MMDB.', 'ipDatabase');
  }
}

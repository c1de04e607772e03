/** `liaise submit`: submits a file and prints the receipt with the reference, and the loss report of the file. */

import { createHash } from 'node:crypto';
import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import { guardMaterial } from '../../domain/material-guard.ts';
import { factsOf } from '../../domain/submission.ts';
import { proposeTriage } from '../../domain/triage.ts';
import { parseReport } from '../contract/parse-report.ts';
import { ipLocator, type LocateIps } from '../platform/locate-ip.ts';
import { receiptText } from './act-commands.ts';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';
import { readBytes } from './files.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { lossText, submissionText } from './show-report.ts';

interface Options extends ActingOptions, AnswerOptions {
  file: string;
  key?: string;
  ipDatabase?: string;
  dryRun?: boolean;
}

export function addSubmit(program: Command, cli: Cli): void {
  const command = program.command('submit').summary('submit a referral from a file; prints its reference number');
  command.description('Submits a CyberTipline report (XML) or a referral (JSON as in "liaise schema referral").');
  command.requiredOption('--file <file>', 'the file; its content determines the format');
  actingOptions(command)
    .option(
      '--key <key>',
      'idempotency key: a referral is created once for each key (default: from the content of the file)',
    )
    .option('--ip-database <file>', 'country database (MMDB) that gives IP addresses a country')
    .option('--dry-run', 'show what is read from the file and what is not; submit nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise submit --file report.xml --as quinn.quartz')
    .action((options: Options) => (options.dryRun ? dryRun(cli, options) : submit(cli, options)));
}

async function submit({ services, io }: Cli, options: Options): Promise<void> {
  const { actor } = await actingPerson(services(), options);
  const file = await readBytes(options.file);
  const { engine } = services();
  const locateIps = locator(options.ipDatabase);
  const { submission, loss } = await engine.admit(actor, 'submit', () => parseReport(file));
  const key = options.key ?? createHash('sha256').update(file).digest('hex');
  const receipt = await engine.submit(actor, submission, { key, sent: file, loss, locateIps });
  printAnswer(io, options, { ...receipt, key, loss }, () => `${receiptText(receipt)}\n\n${lossText(loss, io.columns)}`);
}

async function dryRun({ io }: Cli, options: Options): Promise<void> {
  const { submission: read, loss } = parseReport(await readBytes(options.file));
  const submission = locator(options.ipDatabase)(read);
  guardMaterial(submission);
  const proposal = proposeTriage(factsOf(submission));
  printAnswer(io, options, { submission, proposal, loss }, () =>
    [submissionText(submission, proposal, io.columns), lossText(loss, io.columns), 'Nothing was submitted.\n'].join(
      '\n',
    ),
  );
}

function locator(ipDatabase: string | undefined): LocateIps {
  try {
    return ipLocator(ipDatabase);
  } catch {
    throw new ReferralError(
      'INVALID_INPUT',
      'The country database cannot be read as MMDB. Check the path in --ip-database.',
      'ipDatabase',
    );
  }
}

/** `liaise submit`: submits a file and prints the receipt with the reference, and the loss report of the file. */

import { type Command, Option } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import { storedLoss } from '../../domain/exchange/loss-report.ts';
import { guardMaterial } from '../../domain/material-guard.ts';
import { factsOf } from '../../domain/submission.ts';
import { proposeTriage } from '../../domain/triage.ts';
import { type ParsedReport, reportIdFromName, type UploadedFile } from '../contract/parse-report.ts';
import { contentKey, sentFiles } from '../contract/sent-files.ts';
import { type AddCountries, countryLocator } from '../platform/add-countries.ts';
import type { Guard } from '../platform/guard/guard.ts';
import { receiptText } from './act-commands.ts';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';
import { readFiles } from './files.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { ipDatabaseText, lossText, submissionText } from './show-report.ts';
import { submitFolder } from './submit-folder.ts';
import { submitMapped } from './submit-mapped.ts';

interface Options extends ActingOptions, AnswerOptions {
  file: string[];
  reportId?: string;
  reportIdFromName?: boolean;
  key?: string;
  ipDatabase?: string;
  strict?: boolean;
  mapping?: string;
  dryRun?: boolean;
}

/** One of the two is required. */
interface Given extends Omit<Options, 'file'> {
  file?: string[];
  folder?: string;
  results?: string;
}

/** Adds `liaise submit`. */
export function addSubmitCommand(program: Command, cli: Cli): void {
  const command = program.command('submit').summary('submit a referral from a file; prints its reference number');
  command.description(
    'Submits a CyberTipline report (XML) or a referral (JSON as in "liaise schema referral"); with --mapping, JSON or CSV of ' +
      'another system; with --folder, every report of a folder. The same command again submits nothing twice.',
  );
  command.option(
    '--file <files...>',
    'the file; its content determines the format. For a CyberTipline report: also the details of its files ' +
      '(required without --folder)',
  );
  actingOptions(command)
    .addOption(
      new Option(
        '--folder <folder>',
        'submit the files of a folder and its subfolders, each report with the details of its files. Ctrl+C stops it; ' +
          'the same command continues it',
      ).conflicts(['file', 'mapping', 'reportId', 'key', 'dryRun']),
    )
    .option(
      '--results <file>',
      'with --folder: file for one line of JSON for each file, as soon as it has a result (default: <folder>.results.jsonl)',
    )
    .addOption(new Option('--report-id <number>', 'the CyberTipline number of the report: its origin reference'))
    .addOption(
      new Option(
        '--report-id-from-name',
        'take the CyberTipline number from the name of the first file, or of each report of a folder, for example 12345678.xml',
      ).conflicts('reportId'),
    )
    .option(
      '--key <key>',
      'idempotency key: a referral is created once for each key (default: from the content of the files)',
    )
    .addOption(
      new Option(
        '--mapping <mapping>',
        'the mapping file that reads one JSON or CSV file; each of its cases becomes a referral',
      ).conflicts(['reportId', 'reportIdFromName', 'strict']),
    )
    .option('--ip-database <file>', 'country database (MMDB) that gives IP addresses a country')
    .option('--strict', 'refuse a report with elements that the schema lacks, instead of keeping them as particulars')
    .option('--dry-run', 'show what is read from the file and what is not; submit nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(({ file, folder, results, ...given }: Given) => {
      const addCountries = locator(given.ipDatabase);
      if (folder !== undefined)
        return submitFolder(cli, { ...given, folder, ...(results && { results }) }, addCountries);
      if (file === undefined) throw new ReferralError('INVALID_INPUT', FILE_OR_FOLDER, 'file');
      const options = { ...given, file };
      const { mapping } = options;
      if (mapping !== undefined) return submitMapped(cli, { ...options, mapping }, addCountries);
      return options.dryRun ? dryRun(cli, options) : submit(cli, options);
    });
}

const FILE_OR_FOLDER = 'Name the files with --file, or a folder with --folder.';

const EXAMPLES = `
Examples:
  liaise submit --file report.xml --as quinn.quartz
  liaise submit --file report.xml details-1.xml details-2.xml --report-id 12345678 --as quinn.quartz
  liaise submit --file cases.csv --mapping cases-csv.mapping.json --as quinn.quartz
  liaise submit --folder reports --report-id-from-name --as quinn.quartz`;

async function submit({ services, guard, io }: Cli, options: Options): Promise<void> {
  const { actor } = await actingPerson(services(), options);
  const files = await readFiles(options.file);
  const { engine } = services();
  const addCountries = locator(options.ipDatabase);
  const report = await engine.admit(actor, 'submit', () => parsed(guard(), files, options));
  const { submission, loss, schema } = report;
  const reportId = reportIdOf(options);
  const key = options.key ?? contentKey(files, reportId);
  const sent = sentFiles(files, reportId);
  const receipt = await engine.submit(actor, submission, { key, sent, loss: storedLoss(loss), schema, addCountries });
  printAnswer(
    io,
    options,
    { ...receipt, key, loss, schema },
    () => `${receiptText(receipt)}\n\n${lossText(report, io.columns)}${ipDatabaseText(addCountries(submission))}`,
  );
}

async function dryRun({ guard, triageWeights, io }: Cli, options: Options): Promise<void> {
  const report = await parsed(guard(), await readFiles(options.file), options);
  const { loss, schema } = report;
  const submission = locator(options.ipDatabase)(report.submission);
  guardMaterial(submission, guard().policy);
  const proposal = proposeTriage(factsOf(submission), triageWeights());
  printAnswer(io, options, { submission, proposal, loss, schema }, () =>
    [
      submissionText(submission, proposal, io.columns),
      `${lossText(report, io.columns)}${ipDatabaseText(submission)}`,
      'Nothing was submitted.\n',
    ].join('\n'),
  );
}

function parsed(guard: Guard, files: readonly UploadedFile[], options: Options): Promise<ParsedReport> {
  return guard.reports(files, { reportId: reportIdOf(options), isStrict: options.strict });
}

function reportIdOf({ reportId, reportIdFromName: isFromName, file: [first = ''] }: Options): string | undefined {
  return isFromName ? reportIdFromName(first) : reportId;
}

function locator(ipDatabase: string | undefined): AddCountries {
  try {
    return countryLocator(ipDatabase);
  } catch {
    throw new ReferralError(
      'INVALID_INPUT',
      'The country database cannot be read as MMDB. Check the path in --ip-database.',
      'ipDatabase',
    );
  }
}

/** `liaise mapping try`: shows what a mapping file makes of a JSON or CSV file. Submits nothing. */

import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import { type MappingFile, parseMapping } from '../../domain/exchange/mapping/mapping-file.ts';
import type { TriageWeights } from '../../domain/routing/weights.ts';
import { factsOf } from '../../domain/submission.ts';
import { proposeTriage } from '../../domain/triage.ts';
import { type MappedCase, parseMapped } from '../contract/parse-mapped.ts';
import type { ParsedReport } from '../contract/parse-report.ts';
import type { AddCountries } from '../platform/add-countries.ts';
import type { Cli } from './dependencies.ts';
import { readBytes, readJson } from './files.ts';
import { type AnswerOptions, printAnswer, printable } from './io.ts';
import { lossText, submissionText } from './show-report.ts';

/** Adds the commands of `liaise mapping`. */
export function addMappingCommands(program: Command, cli: Cli): void {
  const mapping = program
    .command('mapping')
    .description('Mapping files, which read JSON and CSV files of other systems.');
  mapping
    .command('try <mapping> <file>')
    .summary('show what a mapping file makes of a file')
    .description(
      'Shows the submission of each case, what the rules would propose, and what has no place of its own. Submits nothing, ' +
        'and needs no installation.',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise mapping try docs/mappings/cases-csv.mapping.json cases.csv')
    .action(async (mappingPath: string, filePath: string, options: AnswerOptions) =>
      showCases(cli, options, await readCases(cli, mappingPath, filePath), (same) => same),
    );
  mapping.addHelpText('after', '\nExample:\n  liaise mapping try docs/mappings/cases-csv.mapping.json cases.csv');
}

/** @throws ReferralError INVALID_INPUT or MATERIAL_REFUSED if the mapping or the file as a whole cannot be read. */
export async function readCases({ guard }: Cli, mappingPath: string, filePath: string): Promise<MappedCase[]> {
  return parseMapped(await readMapping(mappingPath), await readBytes(filePath), guard().policy);
}

async function readMapping(path: string): Promise<MappingFile> {
  return parseMapping(await readJson(path));
}

/** @throws ReferralError if a case is refused, after all cases were shown. */
export function showCases(
  { io, triageWeights }: Cli,
  options: AnswerOptions,
  cases: readonly MappedCase[],
  addCountries: AddCountries,
): void {
  const weights = triageWeights();
  const results = cases.map((each) => ({ line: each.line, ...attempt(() => read(each, addCountries, weights)) }));
  printAnswer(io, options, { cases: results.map(caseJson) }, () =>
    [
      ...results.map(({ line, done, refused }, n) => {
        const title = `Case ${n + 1} of ${results.length}, line ${line}`;
        if (refused) return `${title}: ${refusalLine(refused)}\n`;
        return `${title}:\n${submissionText(done.submission, done.proposal, io.columns)}\n${lossText(done, io.columns)}`;
      }),
      'Nothing was submitted.\n',
    ].join('\n'),
  );
  refuseIfAny(
    results.flatMap(({ line, refused }) => (refused ? [{ line, refused }] : [])),
    results.length,
  );
}

/** A case that the schema or the guard refused, with its line. */
export interface RefusedCase {
  line: number;
  refused: ReferralError;
}

/** A single case is refused with its own message. */
export function refuseIfAny([first, ...others]: readonly RefusedCase[], total: number): void {
  if (first === undefined) return;
  const { refused, line } = first;
  if (total === 1) throw refused;
  const message = `${others.length + 1} of ${total} cases were refused. The first is at line ${line}: ${refused.message}`;
  throw new ReferralError(refused.code, message, refused.field, refused.facts);
}

export function refusalLine({ code, message }: ReferralError): string {
  return printable(`refused: ${code}: ${message}`);
}

type Attempt<T> = { done: T; refused?: undefined } | { done?: undefined; refused: ReferralError };

function attempt<T>(act: () => T): Attempt<T> {
  try {
    return { done: act() };
  } catch (error) {
    if (error instanceof ReferralError) return { refused: error };
    throw error;
  }
}

function read(
  each: MappedCase,
  addCountries: AddCountries,
  weights: TriageWeights,
): ParsedReport & { proposal: ReturnType<typeof proposeTriage> } {
  const { submission: mapped, loss } = each.read();
  const submission = addCountries(mapped);
  return { submission, proposal: proposeTriage(factsOf(submission), weights), loss };
}

function caseJson({ line, done, refused }: { line: number } & Attempt<ReturnType<typeof read>>) {
  return refused ? { line, error: errorJson(refused) } : { line, ...done };
}

/** An error as `--json` prints it. */
export function errorJson({ code, message, field }: ReferralError) {
  return { code, message, ...(field !== undefined && { field }) };
}

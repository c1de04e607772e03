/** `liaise submit --mapping`: submits each case of a JSON or CSV file, and prints a result for each. */

import { createHash } from 'node:crypto';
import { ReferralError } from '../../domain/errors.ts';
import { storedLoss } from '../../domain/exchange/loss-report.ts';
import type { Person } from '../../domain/people.ts';
import type { Receipt } from '../../domain/receipt.ts';
import type { MappedCase } from '../contract/parse-mapped.ts';
import type { ParsedReport } from '../contract/parse-report.ts';
import type { AddCountries } from '../platform/add-countries.ts';
import { receiptText } from './act-commands.ts';
import { type ActingOptions, actingPerson } from './acting.ts';
import type { Cli, CliDependencies } from './dependencies.ts';
import type { AnswerOptions } from './io.ts';
import { errorJson, readCases, refusalLine, refuseIfAny, showCases } from './mapping.ts';
import { lossText } from './show-report.ts';

interface Options extends ActingOptions, AnswerOptions {
  mapping: string;
  file: readonly string[];
  key?: string;
  dryRun?: boolean;
}

type CaseResult = { line: number } & (
  | { result: 'accepted'; receipt: Receipt; key: string; loss: ParsedReport['loss'] }
  | { result: 'refused'; refused: ReferralError }
);

/**
 * A refused case does not stop those after it. If the engine does not answer, the rest is not sent; the same command again
 * submits each case once.
 *
 * @throws ReferralError if a case was refused, after all results were printed.
 */
export async function submitMapped(cli: Cli, options: Options, addCountries: AddCountries): Promise<void> {
  const { services, io } = cli;
  const [file, ...others] = options.file;
  if (file === undefined || others.length > 0) {
    throw new ReferralError('INVALID_INPUT', 'Give one file with --mapping. Repeat the command for each file.', 'file');
  }
  if (options.dryRun) return showCases(cli, options, await readCases(cli, options.mapping, file), addCountries);
  const { actor } = await actingPerson(services(), options);
  const cases = await readCases(cli, options.mapping, file);
  const results: CaseResult[] = [];
  for (const [n, each] of cases.entries()) {
    const key = options.key === undefined ? contentKey(each) : keyOf(options.key, n, cases.length);
    const result = await submitCase(services(), actor, each, { key, addCountries });
    results.push(result);
    if (!options.json) io.out(`${resultText(result, cases.length, io.columns)}\n`);
    if (result.result === 'refused' && result.refused.code === 'ENGINE_UNAVAILABLE') break;
  }
  const notSent = cases.length - results.length;
  if (options.json) io.out(`${JSON.stringify({ cases: results.map(resultJson), notSent }, null, 2)}\n`);
  else if (notSent > 0) io.out(`${notSent} cases were not sent. Run the command again: no case is submitted twice.\n`);
  refuseIfAny(
    results.flatMap((each) => (each.result === 'refused' ? [each] : [])),
    cases.length,
  );
}

async function submitCase(
  { engine }: CliDependencies,
  actor: Person,
  { line, sent, read }: MappedCase,
  { key, addCountries }: { key: string; addCountries: AddCountries },
): Promise<CaseResult> {
  try {
    const { submission, loss } = await engine.admit(actor, 'submit', read);
    const receipt = await engine.submit(actor, submission, { key, sent, loss: storedLoss(loss), addCountries });
    return { line, result: 'accepted', receipt, key, loss };
  } catch (error) {
    if (error instanceof ReferralError) return { line, result: 'refused', refused: error };
    throw error;
  }
}

/** Equal cases are one referral, in whichever file and row they are. */
function contentKey({ sent }: MappedCase): string {
  return createHash('sha256').update(JSON.stringify(sent)).digest('hex');
}

function keyOf(key: string, n: number, total: number): string {
  return total === 1 ? key : `${key}-${n + 1}`;
}

/** The loss report of a single case is shown in full, and counted if there are several. */
function resultText(result: CaseResult, total: number, columns: number): string {
  const place = `line ${result.line}: `;
  if (result.result === 'refused') return `${place}${refusalLine(result.refused)}`;
  const { receipt, loss } = result;
  if (total === 1) return `${receiptText(receipt)}\n\n${lossText({ loss }, columns)}`.trimEnd();
  return `${place}${receiptText(receipt)} Values without a place of their own: ${loss.length}.`;
}

function resultJson(result: CaseResult) {
  const { line } = result;
  if (result.result === 'refused') return { line, result: 'refused', error: errorJson(result.refused) };
  const { receipt, key, loss } = result;
  return { line, result: 'accepted', ...receipt, key, loss };
}

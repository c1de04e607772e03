/** `liaise submit --folder`: submits every report of a folder, and writes a result for each file. */

import { appendFileSync, type Dirent, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { ReferralError } from '../../domain/errors.ts';
import { type FileResult, type FolderFile, formOf, groupFiles, LEFT_OUT } from '../contract/group-files.ts';
import { submitGroups } from '../engine/submit-groups.ts';
import type { AddCountries } from '../platform/add-countries.ts';
import { type ActingOptions, actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';
import { failureOf, failureText } from './failure.ts';
import { readBytes, readFiles } from './files.ts';
import { type AnswerOptions, type Io, printAnswer } from './io.ts';
import { table } from './table.ts';

interface Options extends ActingOptions, AnswerOptions {
  folder: string;
  /** Default: the name of the folder with `.results.jsonl`. */
  results?: string;
  reportIdFromName?: boolean;
  strict?: boolean;
}

/** Referrals that are sent at once. */
const AT_ONCE = 8;
const PROGRESS_EVERY = 25;

/**
 * A refused file does not stop those after it. The same command again submits nothing twice.
 *
 * @throws ReferralError if a file was refused or not sent, after all results were printed.
 */
export async function submitFolder(
  { services, guard, io }: Cli,
  options: Options,
  addCountries: AddCountries,
): Promise<void> {
  const { engine } = services();
  const { actor } = await actingPerson(services(), options);
  const folder = resolve(options.folder);
  const resultsFile = resolve(options.results ?? `${folder}.results.jsonl`);
  const { files, results } = await filesIn(folder, resultsFile);
  startResults(resultsFile, results);
  const groups = groupFiles(files, options.reportIdFromName ?? false);
  let done = 0;
  const stop = new AbortController();
  const undo = io.onInterrupt(() => stop.abort());
  const submission = submitGroups(
    {
      ...{ engine, actor, addCountries, signal: stop.signal, isStrict: options.strict ?? false, atOnce: AT_ONCE },
      read: async (paths) => readFiles(paths.map((path) => join(folder, path))),
      parse: guard().reports,
      onResults: (some) => {
        results.push(...some);
        appendFileSync(resultsFile, lines(some));
        if (some.some(({ result }) => result === 'not-sent')) return;
        done += 1;
        if (done % PROGRESS_EVERY === 0 || done === groups.length) io.err(`${done} of ${groups.length} referrals\n`);
      },
      onUnexpected: (error) => io.err(failureText(failureOf(error))),
    },
    groups,
  );
  await submission.finally(undo);
  printAnswer(io, options, { results, counts: countsOf(results) }, () => resultsText(results, io));
  refuseIfIncomplete(results, { resultsFile, isStopped: stop.signal.aborted });
}

/** Hidden files and the results of an earlier run are not part of it. Links are left out. */
async function filesIn(folder: string, resultsFile: string): Promise<{ files: FolderFile[]; results: FileResult[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((): Dirent[] => {
    throw new ReferralError('INVALID_INPUT', `There is no readable folder at ${folder}.`, 'folder');
  });
  const files: FolderFile[] = [];
  const results: FileResult[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || entry.name.startsWith('.') || path === resultsFile) continue;
    const file = relative(folder, path);
    try {
      const found: FolderFile = entry.isFile() ? formOf(file, await readBytes(path)) : { path: file, form: 'other' };
      if (found.form === 'other') results.push({ file, result: 'left-out', reason: LEFT_OUT });
      else files.push(found);
    } catch (error) {
      const { code, message } = failureOf(error);
      results.push({ file, result: 'refused', code, reason: message });
    }
  }
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), results };
}

function startResults(resultsFile: string, results: readonly FileResult[]): void {
  try {
    writeFileSync(resultsFile, lines(results));
  } catch {
    const message = `The results cannot be written to ${resultsFile}. Name another file with --results.`;
    throw new ReferralError('INVALID_INPUT', message, 'results');
  }
}

function lines(results: readonly FileResult[]): string {
  return results.map((result) => `${JSON.stringify(result)}\n`).join('');
}

function countsOf(results: readonly FileResult[]): Partial<Record<FileResult['result'], number>> {
  const counts: Partial<Record<FileResult['result'], number>> = {};
  for (const { result } of results) counts[result] = (counts[result] ?? 0) + 1;
  return counts;
}

function resultsText(results: readonly FileResult[], { columns }: Io): string {
  const rows = results.map(({ file, result, reference = '', reason = '' }) => [file, result, reference, reason]);
  const counts = Object.entries(countsOf(results)).map(([result, count]) => `${result}: ${count}`);
  return `${table(['file', 'result', 'reference', 'reason'], rows, columns)}\n${counts.join(', ')}\n`;
}

function refuseIfIncomplete(
  results: readonly FileResult[],
  { resultsFile, isStopped }: { resultsFile: string; isStopped: boolean },
): void {
  const { refused = 0, 'not-sent': notSent = 0 } = countsOf(results);
  if (refused + notSent === 0) return;
  const counts = [...(refused > 0 ? [`refused: ${refused}`] : []), ...(notSent > 0 ? [`not sent: ${notSent}`] : [])];
  const next =
    notSent > 0 ? 'Run the command again to continue' : 'Correct the refused files and run the command again';
  const message =
    `${isStopped ? 'The submission was stopped. ' : ''}Files ${counts.join(', ')}. The results are in ${resultsFile}. ` +
    `${next}: nothing is submitted twice.`;
  const code = refused > 0 ? 'INVALID_REPORT' : isStopped ? 'INVALID_INPUT' : 'ENGINE_UNAVAILABLE';
  throw new ReferralError(code, message, 'folder');
}

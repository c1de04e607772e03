/** Submits any number of files in requests of a size that the API accepts, with a result for each file as soon as it is known. */

import type { Client } from 'openapi-fetch';
import type { components, paths } from './generated/openapi.ts';
import { pause } from './pause.ts';
import { LiaiseProblem, problemOf } from './problem.ts';

/** A report, the details of a file, or a referral in JSON. */
export interface SubmittedFile {
  /** Different for each file: the results name the files by it. */
  name: string;
  content: string | Uint8Array<ArrayBuffer> | Blob;
}

/** The result of one file: accepted, same, refused or left-out. */
export type SubmissionResult = components['schemas']['SubmissionBatch']['results'][number];

/** How files are read, and what happens if the server does not answer. */
export interface SubmitFilesOptions {
  /** Refuse a report with elements that the schema lacks. Otherwise they are kept as particulars. */
  strict?: boolean;
  /** Take the CyberTipline number of each report from the name of its file, for example 12345678.xml. */
  reportIdsFromNames?: boolean;
  signal?: AbortSignal;
  /** How long to wait before the next attempt, unless the server says so. Default: 5,000. */
  retryMs?: number;
  /** Attempts without any result before the error is thrown. Default: 12. */
  attempts?: number;
}

/** The files of one referral, each with the name that the caller gave it. The server ignores folders in names. */
type Group = readonly { name: string; file: File }[];

/** One file, or the files of one referral: a report with the details of its files. */
type Entry = SubmittedFile | readonly SubmittedFile[];

/** The API accepts 200 files and 12 MiB. The form needs some bytes around each file. */
const MOST_FILES = 200;
const MOST_BYTES = 11 * 1024 * 1024;

/**
 * Submits files, and yields the result of each. A refused file does not stop the others. Call it again with the same files to
 * continue after an interruption: nothing is submitted twice.
 *
 * @param files one file or the files of one referral in each entry; an iterator is read as the files are needed
 * @throws LiaiseProblem if the agency may not submit, or if the server gives no result in `attempts` attempts; the error of the
 * connection; the reason of `signal`
 */
export async function* submitFiles(
  client: Pick<Client<paths>, 'POST'>,
  files: Iterable<Entry> | AsyncIterable<Entry>,
  options: SubmitFilesOptions = {},
): AsyncGenerator<SubmissionResult, void> {
  let batch: Group[] = [];
  for await (const entry of files) {
    const group = ('name' in entry ? [entry] : entry).map(({ name, content }) => {
      return { name, file: new File([content], withoutFolders(name)) };
    });
    if (!isAccepted([...batch, group].flat())) {
      yield* sendGroups(client, batch, options);
      batch = [];
    }
    batch.push(group);
  }
  yield* sendGroups(client, batch, options);
}

/** Whether one request may have these files. Two files of one name are refused. */
function isAccepted(files: Group): boolean {
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const names = new Set(files.map(({ file }) => file.name));
  return files.length <= MOST_FILES && bytes <= MOST_BYTES && names.size === files.length;
}

/** Sends groups until each has a result. If the request is refused because of one of them, the others are sent without it. */
async function* sendGroups(
  client: Pick<Client<paths>, 'POST'>,
  groups: readonly Group[],
  options: SubmitFilesOptions,
): AsyncGenerator<SubmissionResult, void> {
  const { signal, retryMs = 5_000, attempts = 12 } = options;
  let left = groups;
  let failures = 0;
  while (left.length > 0) {
    const answer = await attempt(client, left.flat(), options);
    if (answer.isRefused) {
      yield* refusedGroups(client, left, answer.problem, options);
      return;
    }
    const isOpen = (group: Group) => group.some(({ name }) => !answer.results.has(name));
    for (const { name } of left.filter((group) => !isOpen(group)).flat()) {
      const result = answer.results.get(name);
      if (result) yield result;
    }
    const open = left.filter(isOpen);
    failures = open.length < left.length ? 0 : failures + 1;
    if (failures >= attempts) throw answer.error ?? new LiaiseProblem(503, { detail: 'The files were not processed.' });
    if (failures > 0) await pause(answer.retryAfterMs || retryMs, signal);
    left = open;
  }
}

async function* refusedGroups(
  client: Pick<Client<paths>, 'POST'>,
  groups: readonly Group[],
  { code, message: reason }: LiaiseProblem,
  options: SubmitFilesOptions,
): AsyncGenerator<SubmissionResult, void> {
  const [only, ...others] = groups;
  if (only && others.length === 0) {
    for (const { name: file } of only) yield { file, result: 'refused', code, reason };
    return;
  }
  const half = Math.ceil(groups.length / 2);
  yield* sendGroups(client, groups.slice(0, half), options);
  yield* sendGroups(client, groups.slice(half), options);
}

type Attempt =
  | { isRefused: true; problem: LiaiseProblem }
  /** Without the files that were not sent. An outage or a limit has no results. */
  | { isRefused: false; results: ReadonlyMap<string, SubmissionResult>; error?: unknown; retryAfterMs: number };

/** Refusals of what a request contains. Others are about the caller, and would be the same for each file. */
const REFUSED_CONTENT = [400, 413, 422];
const TEMPORARY = [408, 429, 500, 502, 503, 504];

async function attempt(
  client: Pick<Client<paths>, 'POST'>,
  files: Group,
  { strict, reportIdsFromNames, signal }: SubmitFilesOptions,
): Promise<Attempt> {
  signal?.throwIfAborted();
  const form = new FormData();
  for (const { file } of files) form.append('file', file);
  const query = { strict: String(strict ?? false), reportIdsFromNames: String(reportIdsFromNames ?? false) };
  try {
    const { data, error, response } = await client.POST('/api/v1/submission-batches', {
      params: { query },
      // The generated types describe files as strings.
      body: { file: [] },
      bodySerializer: () => form,
      ...(signal && { signal }),
    });
    const retryAfterMs = Number(response.headers.get('retry-after') ?? 0) * 1_000;
    if (data) return { isRefused: false, results: resultsByName(files, data.results), retryAfterMs };
    const problem = problemOf(error, response);
    if (REFUSED_CONTENT.includes(problem.status)) return { isRefused: true, problem };
    if (!TEMPORARY.includes(problem.status)) throw problem;
    return { isRefused: false, results: new Map(), error: problem, retryAfterMs };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof LiaiseProblem) throw error;
    return { isRefused: false, results: new Map(), error, retryAfterMs: 0 };
  }
}

function resultsByName(files: Group, results: readonly SubmissionResult[]): Map<string, SubmissionResult> {
  const given = new Map(results.filter(({ result }) => result !== 'not-sent').map((result) => [result.file, result]));
  return new Map(
    files.flatMap(({ name, file }) => {
      const result = given.get(file.name);
      return result ? [[name, { ...result, file: name }]] : [];
    }),
  );
}

function withoutFolders(name: string): string {
  return name.replace(/^.*[/\\]/s, '');
}

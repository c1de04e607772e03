/** Submits many groups of files, each as one referral. Each file gets a result, and a fault does not stop the others. */

import { setTimeout } from 'node:timers/promises';
import { ReferralError } from '../../domain/errors.ts';
import { storedLoss } from '../../domain/exchange/loss-report.ts';
import type { Person } from '../../domain/people.ts';
import type { FileGroup, FileResult } from '../contract/group-files.ts';
import type { ParsedReport, ReportOptions, UploadedFile } from '../contract/parse-report.ts';
import { contentKey, sentFiles } from '../contract/sent-files.ts';
import type { AddCountries } from '../platform/add-countries.ts';
import type { Engine } from './engine.ts';

/** What a submission of many files needs. */
export interface GroupSubmission {
  engine: Engine;
  actor: Person;
  addCountries: AddCountries;
  /** Reads the files of a group; a ReferralError refuses the group. */
  read(paths: readonly string[]): Promise<UploadedFile[]>;
  parse(files: readonly UploadedFile[], options: ReportOptions): ParsedReport | Promise<ParsedReport>;
  isStrict?: boolean;
  /** Referrals that are sent at once. */
  atOnce: number;
  /** Ends the submission after the referrals that are being sent. */
  signal?: AbortSignal;
  /** Milliseconds before an attempt is repeated if the engine does not answer. */
  retryMs?: readonly number[];
  /** Called as soon as the results of a group are known. */
  onResults(results: readonly FileResult[]): void;
  /** Called with an error that has no code. */
  onUnexpected(error: unknown): void;
}

type GroupResult = Omit<FileResult, 'file'>;

const RETRY_MS = [500, 2_000];

/**
 * If the engine does not answer repeatedly, the remaining files are `not-sent`. The key of each referral follows from its
 * content, so the same files again give the same referrals.
 */
export async function submitGroups(given: GroupSubmission, groups: readonly FileGroup[]): Promise<void> {
  const queue = [...groups];
  const firsts = new Map<string, string>();
  let isUnavailable = false;
  const next = () => (isUnavailable || given.signal?.aborted ? undefined : queue.shift());
  const work = async () => {
    for (let group = next(); group; group = next()) {
      const result = await resultOf(given, group);
      isUnavailable ||= result.code === 'ENGINE_UNAVAILABLE';
      report(given, group, sameIfRepeated(result, group, firsts));
    }
  };
  await Promise.all(Array.from({ length: given.atOnce }, work));
  for (const group of queue) report(given, group, { result: 'not-sent', reason: 'The submission ended before it.' });
}

async function resultOf(given: GroupSubmission, group: FileGroup): Promise<GroupResult> {
  try {
    const { reference, same } = await submitGroup(given, group);
    return same ? { result: 'same', reference, reason: SENT_BEFORE } : { result: 'accepted', reference };
  } catch (error) {
    if (error instanceof ReferralError) {
      const { code, message } = error;
      return { result: code === 'ENGINE_UNAVAILABLE' ? 'not-sent' : 'refused', code, reason: message };
    }
    given.onUnexpected(error);
    return { result: 'refused', code: 'UNEXPECTED', reason: 'Something went wrong in Liaise. Send this file alone.' };
  }
}

const SENT_BEFORE = 'The agency has sent the same content before.';

async function submitGroup(given: GroupSubmission, { paths, reportId }: FileGroup) {
  const { engine, actor, addCountries, isStrict = false } = given;
  const files = await given.read(paths);
  const report = await engine.admit(actor, 'submit', () => given.parse(files, { reportId, isStrict }));
  const { loss, submission, schema } = report;
  const sent = sentFiles(files, reportId);
  const options = { key: contentKey(files, reportId), sent, loss: storedLoss(loss), schema, addCountries };
  for (const pause of given.retryMs ?? RETRY_MS) {
    try {
      return await engine.submit(actor, submission, options);
    } catch (error) {
      if (!(error instanceof ReferralError && error.code === 'ENGINE_UNAVAILABLE')) throw error;
      await setTimeout(pause);
    }
  }
  return engine.submit(actor, submission, options);
}

/** Files with equal content have one key, and so one receipt: all but the first are `same`. */
function sameIfRepeated(result: GroupResult, { paths: [path = ''] }: FileGroup, firsts: Map<string, string>) {
  const { reference } = result;
  if (reference === undefined) return result;
  const first = firsts.get(reference);
  firsts.set(reference, first ?? path);
  return first === undefined ? result : { ...result, result: 'same' as const, reason: `Equal to ${first}.` };
}

function report({ onResults }: GroupSubmission, { paths }: FileGroup, result: GroupResult): void {
  onResults(paths.map((file) => ({ file, ...result })));
}

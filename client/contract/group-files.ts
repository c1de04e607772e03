/** Groups the files of a folder to referrals: a report with the details of its files, by report number. */

import { dirname } from 'node:path';
import { utf16Of } from '../../domain/exchange/detect-format.ts';
import { XML_LIMITS } from '../../domain/exchange/xml.ts';
import { numberInName } from './parse-report.ts';

/** A file by its form. */
export interface FolderFile {
  path: string;
  form: 'report' | 'fileDetails' | 'referral' | 'other';
  /** The CyberTipline number that the details of a file name. */
  reportId?: string | undefined;
}

/** The files of one referral. */
export interface FileGroup {
  paths: string[];
  reportId?: string | undefined;
}

/** The results of a file. `same`: equal content has a referral already. `not-sent`: the same call again continues. */
export const FILE_RESULTS = ['accepted', 'same', 'refused', 'left-out', 'not-sent'] as const;

/** The result of one file. The files of one referral have the same result. */
export interface FileResult {
  file: string;
  result: (typeof FILE_RESULTS)[number];
  reference?: string;
  /** Of a refusal: a code of `ReferralError`, or UNEXPECTED. */
  code?: string;
  reason?: string;
}

/** Why a file of the form `other` is left out. */
export const LEFT_OUT = 'It is neither a CyberTipline report, nor the details of a file, nor a referral in JSON.';

/** The form of a file by its first element, and the report number in it. The reader checks both later. */
export function formOf(path: string, content: Uint8Array): FolderFile {
  const start = content.subarray(0, XML_LIMITS.bytes);
  const text = new TextDecoder(utf16Of(start) ?? 'utf-8').decode(start).replaceAll(/<!--.*?-->/gs, '');
  const [, root] = /^\uFEFF?\s*(?:<\?.*?\?>)?\s*<(report|fileDetails)[\s>/]/s.exec(text) ?? [];
  if (root === 'report') return { path, form: 'report' };
  if (root === undefined) return { path, form: /^\uFEFF?\s*\{/.test(text) ? 'referral' : 'other' };
  const [, reportId] = /<reportId>\s*\+?0*([0-9]{1,19})\s*<\/reportId>/.exec(text) ?? [];
  return { path, form: 'fileDetails', reportId };
}

/**
 * A report has the number in its name if `fromName`. Without one, it has the details in its folder if it is the only report
 * there and they are all of one report. Details without a report are a referral of their own.
 */
export function groupFiles(files: readonly FolderFile[], fromName: boolean): FileGroup[] {
  const details = Map.groupBy(
    files.filter(({ form }) => form === 'fileDetails'),
    ({ reportId, path }) => reportId ?? path,
  );
  const folders = Map.groupBy(files, ({ path }) => dirname(path));
  const groups: FileGroup[] = [];
  for (const { path, form } of files) {
    if (form === 'referral') groups.push({ paths: [path] });
    if (form !== 'report') continue;
    const named = fromName ? numberInName(path) : undefined;
    const number = named?.replace(/^0+(?=\d)/, '') ?? onlyNumberOf(folders.get(dirname(path)) ?? []);
    const own = number === undefined ? [] : (details.get(number) ?? []);
    if (number !== undefined) details.delete(number);
    groups.push({ paths: [path, ...own.map((file) => file.path)], reportId: named });
  }
  for (const rest of details.values()) groups.push({ paths: rest.map(({ path }) => path) });
  return groups;
}

/** The report number of all details in a folder. */
function onlyNumberOf(files: readonly FolderFile[]): string | undefined {
  if (files.filter(({ form }) => form === 'report').length > 1) return undefined;
  const numbers = new Set(files.flatMap(({ form, reportId }) => (form === 'fileDetails' ? [reportId] : [])));
  const [number] = numbers;
  return numbers.size === 1 ? number : undefined;
}

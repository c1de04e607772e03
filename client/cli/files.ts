/** Files named on the command line. Errors contain the path, never the content. */

import { readFile } from 'node:fs/promises';
import { ReferralError } from '../../domain/errors.ts';
import { parseJsonFile } from '../../domain/exchange/json.ts';
import type { UploadedFile } from '../contract/parse-report.ts';

export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new ReferralError('INVALID_INPUT', `There is no readable file at ${path}.`, 'file');
  }
}

/** Reads several files, in their order. */
export function readFiles(paths: readonly string[]): Promise<UploadedFile[]> {
  return Promise.all(paths.map(async (name) => ({ name, content: await readBytes(name) })));
}

/** @throws ReferralError INVALID_INPUT if the file is not JSON in UTF-8, or if an object in it has a name twice. */
export async function readJson(path: string): Promise<unknown> {
  const bytes = await readBytes(path);
  return parseJsonFile(decode(path, bytes));
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ReferralError('INVALID_INPUT', `${path} is not text in UTF-8. Save it as UTF-8.`, 'file');
  }
}

/** Files named on the command line. Errors contain the path, never the content. */

import { readFile } from 'node:fs/promises';
import { ReferralError } from '../../domain/errors.ts';

export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new ReferralError('INVALID_INPUT', `There is no readable file at ${path}.`, 'file');
  }
}

export async function readJson(path: string): Promise<unknown> {
  const bytes = await readBytes(path);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ReferralError(
      'INVALID_INPUT',
      `${path} is not JSON in UTF-8. Correct the file, or save it as UTF-8.`,
      'file',
    );
  }
}

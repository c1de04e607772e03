/** Small state files of the sealer and the witness: replaced at once, and on disk before the call returns. */

import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** Undefined if there is no file. @throws if the file cannot be read or has another form. */
export async function readState<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return schema.parse(JSON.parse(text));
}

/** Writes a new file beside the old one and renames it: a process that is killed leaves one or the other. */
export async function writeState(path: string, state: object): Promise<void> {
  const next = `${path}.next`;
  const file = await open(next, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(state)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(next, path);
  const folder = await open(dirname(path));
  await folder.sync().catch(() => {});
  await folder.close();
}

/** Writes a file so that it is complete or absent, even if the process is killed while it writes. */

import { rename, writeFile } from 'node:fs/promises';

/** Writes a second file beside `path`, then renames it. `mode` is the mode of the file. */
export async function writeAtomically(path: string, content: string | Uint8Array, mode = 0o666): Promise<void> {
  const unfinished = `${path}.unfinished`;
  await writeFile(unfinished, content, { mode });
  await rename(unfinished, path);
}

/** Files that whoever comes later finds whole or not at all: who is killed while writing leaves none that is half written. */

import { rename, writeFile } from 'node:fs/promises';

/** Written beside its place and moved there when complete; `mode` is that of the file. */
export async function writeAtomically(path: string, text: string, mode = 0o666): Promise<void> {
  const unfinished = `${path}.unfinished`;
  await writeFile(unfinished, text, { mode });
  await rename(unfinished, path);
}

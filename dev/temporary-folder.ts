/** A folder that is removed at the end of the process. Programs of other users may enter it. */

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOnExit } from './on-exit.ts';

export interface TemporaryFolder {
  path: string;
  remove(): Promise<void>;
}

/** Creates a folder that is removed at the end of this process at the latest. */
export async function temporaryFolder(purpose: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), `liaise-${purpose}-`));
  await chmod(path, 0o755);
  // Servers that use the folder end with this process too, and get the time to do so.
  const cancelRemoval = runOnExit('sleep 3; rm -rf -- "$1"', path);
  return {
    path,
    remove: async () => {
      await rm(path, { recursive: true, force: true, maxRetries: 3 });
      cancelRemoval();
    },
  };
}

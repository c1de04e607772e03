/** A folder for the time of one run, which a server program that runs as another user may enter too. */

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOnExit } from './on-exit.ts';

export interface TemporaryFolder {
  path: string;
  remove(): Promise<void>;
}

/** Goes with this process at the latest. */
export async function temporaryFolder(purpose: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), `liaise-${purpose}-`));
  await chmod(path, 0o755);
  // Servers in it that end with us too are given the time.
  const callOff = runOnExit('sleep 3; rm -rf -- "$1"', path);
  return {
    path,
    remove: async () => {
      await rm(path, { recursive: true, force: true, maxRetries: 3 });
      callOff();
    },
  };
}

/** The build id of the cluster: the commit of this folder, as in the production image. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Undefined if this is not a clone of the repository. Workers then have no build id. */
export async function buildId(): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['rev-parse', 'HEAD'], { cwd: import.meta.dirname });
    return stdout.trim();
  } catch {
    return undefined;
  }
}

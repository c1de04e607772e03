/** The build id of the cluster: the commit of this folder, as in the production image. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Undefined where this is no clone of the repository: then builds are not told apart. */
export async function buildId(): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['rev-parse', 'HEAD'], { cwd: import.meta.dirname });
    return stdout.trim();
  } catch {
    return undefined;
  }
}

/** What must still be done when our process is gone, however it went: a shell waits for that, and does it. */

import { spawn } from 'node:child_process';

/**
 * Runs `script` with `args` as $1, $2 … after the end of this process, even one that was killed outright.
 * The answer calls it off.
 */
export function runOnExit(script: string, ...args: string[]): () => void {
  // Its input ends with us: the other end of the pipe is ours alone.
  const guard = spawn('sh', ['-c', `read -r _; ${script}`, 'sh', ...args], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  return () => guard.kill('SIGKILL');
}

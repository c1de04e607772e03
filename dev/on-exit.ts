/** Runs a shell script after this process has ended, even if it was killed. */

import { spawn } from 'node:child_process';

/**
 * Runs `script` with `args` as $1, $2 … after the end of this process, even after SIGKILL.
 * Returns a function that cancels it.
 */
export function runOnExit(script: string, ...args: string[]): () => void {
  // Only this process can write to the pipe that the shell reads, so the input ends when this process ends.
  const guard = spawn('sh', ['-c', `read -r _; ${script}`, 'sh', ...args], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  return () => guard.kill('SIGKILL');
}

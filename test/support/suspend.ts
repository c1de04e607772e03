/** Suspends processes, as if their machine had frozen: connections stay open, and nothing answers. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Sends SIGSTOP to the processes and all descendants. Returns a function that sends SIGCONT to those that still exist. */
export async function suspend(pids: readonly number[]): Promise<() => void> {
  const suspended: number[] = [];
  for (let next = [...pids]; next.length > 0; next = (await Promise.all(next.map(childrenOf))).flat()) {
    // Parents first, because a suspended process starts no others.
    for (const pid of next) signal(pid, 'SIGSTOP');
    suspended.push(...next);
  }
  return () => {
    for (const pid of suspended.splice(0)) signal(pid, 'SIGCONT');
  };
}

export async function childrenOf(parent: number): Promise<number[]> {
  const listing = promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
  const { stdout } = await listing;
  const processes = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  return processes.flatMap(([pid = 0, ppid]) => (ppid === parent && pid !== listing.child.pid ? pid : []));
}

/** Sends the signal to the process, if it still exists. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (Object(error).code !== 'ESRCH') throw error;
  }
}

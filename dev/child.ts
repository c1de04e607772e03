/** Runs a server program that does not get Ctrl-C from the terminal, and that ends when this process ends. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { StackFault } from './fault.ts';
import { runOnExit } from './on-exit.ts';

/** How a child program is started and stopped. */
export interface ChildOptions {
  command: string;
  args: string[];
  /** The signal on which the program shuts down cleanly. */
  stopSignal: NodeJS.Signals;
  /** Gets each line that the program prints. */
  log?: ((line: string) => void) | undefined;
  /** The time in which it must end after the stop signal. Default: a minute. */
  stopsWithinMs?: number;
  cwd?: string;
  uid?: number;
  gid?: number;
  env?: NodeJS.ProcessEnv;
}

/** A running child program. */
export interface Child {
  pid: number;
  /** Resolves when it has ended. `lines` are the last lines that it printed. */
  exited: Promise<{ code: number | null; lines: string[] }>;
  /** Resolves with the first line that matches, or with undefined if the program ends without such a line. */
  waitForLine(pattern: RegExp): Promise<string | undefined>;
  /**
   * Sends the stop signal and waits until the program has ended.
   *
   * @throws StackFault with its last lines if it does not end in time. It is then killed.
   */
  stop(): Promise<void>;
  /** Sends SIGKILL and waits until the program has ended. */
  kill(): Promise<void>;
}

const LAST_LINES = 40;

/** Starts the program. Rejects if it cannot be run at all. */
export async function startChild(given: ChildOptions): Promise<Child> {
  const { command, args, stopSignal, log, stopsWithinMs = 60_000, ...options } = given;
  // The terminal sends Ctrl-C to the process group of this process, so the program gets a group of its own.
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  const output = listen(child, log);
  const cancelStop = runOnExit('kill -s "$1" "$2"', stopSignal.replace('SIG', ''), String(pid));
  const exited = once(child, 'close').then(() => {
    cancelStop();
    return { code: child.exitCode, lines: output.lines };
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  return {
    pid,
    exited,
    waitForLine: (pattern) => Promise.race([output.says(pattern), exited.then(() => undefined)]),
    stop: async () => {
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        child.kill('SIGKILL');
      }, stopsWithinMs);
      await end(stopSignal);
      clearTimeout(timer);
      if (!isLate) return;
      const name = [command, ...args].join(' ');
      throw new StackFault(`${name} did not stop on ${stopSignal}. Its last output: ${output.lines.join('\n')}`);
    },
    kill: () => end('SIGKILL'),
  };
}

function listen(child: ChildProcess, log: ((line: string) => void) | undefined) {
  const lines: string[] = [];
  const waiting: { pattern: RegExp; resolve: (line: string) => void }[] = [];
  for (const input of [child.stdout, child.stderr]) {
    if (!input) continue;
    createInterface({ input }).on('line', (line) => {
      lines.push(line);
      if (lines.length > LAST_LINES) lines.shift();
      for (const { pattern, resolve } of waiting) if (pattern.test(line)) resolve(line);
      log?.(line);
    });
  }
  return {
    lines,
    says: (pattern: RegExp): Promise<string> => {
      const { promise, resolve } = Promise.withResolvers<string>();
      const said = lines.find((line) => pattern.test(line));
      if (said !== undefined) resolve(said);
      waiting.push({ pattern, resolve });
      return promise;
    },
  };
}

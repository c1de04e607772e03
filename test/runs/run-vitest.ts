/** Runs vitest in a process of its own. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface VitestRun {
  exitCode: number;
  /** What it printed, in the order of printing. */
  output: string;
  durationMs: number;
}

/** `env` is added to the environment of this process. */
export async function runVitest(args: readonly string[], env: Record<string, string> = {}): Promise<VitestRun> {
  const startedAt = performance.now();
  const child = spawn('npx', ['vitest', 'run', ...args], {
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [code] = await once(child, 'close');
  return {
    exitCode: code ?? 1,
    output: withoutDots(Buffer.concat(chunks).toString()),
    durationMs: performance.now() - startedAt,
  };
}

/** The reporter prints a mark for each test, without a line break. */
function withoutDots(output: string): string {
  return output.replaceAll(/^[·x*-]+$/gm, '');
}

/** The positive number in the first argument, or undefined if it is no such number. */
export function positive(argument: string | undefined): number | undefined {
  const value = Number(argument);
  return value > 0 && Number.isFinite(value) ? value : undefined;
}

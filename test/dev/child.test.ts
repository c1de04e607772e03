/** Child programs ignore Ctrl-C in the terminal, and end when their parent process ends. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { expect, test, vi } from 'vitest';
import { type ChildOptions, startChild } from '../../dev/child.ts';

const SLEEPER: ChildOptions = { command: 'sh', args: ['-c', 'echo ready; exec sleep 60'], stopSignal: 'SIGTERM' };

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('waitForLine resolves with a matching line, also if it was printed earlier', async () => {
  const lines: string[] = [];
  const child = await startChild({ ...SLEEPER, log: (line) => lines.push(line) });
  expect(await child.waitForLine(/^rea/)).toBe('ready');
  expect(await child.waitForLine(/^rea/)).toBe('ready');
  await child.stop();
  expect(lines).toEqual(['ready']);
  expect(isAlive(child.pid)).toBe(false);
});

test('if the program ends without such a line, its exit code and last lines are known', async () => {
  const child = await startChild({ command: 'sh', args: ['-c', 'echo sorry >&2; exit 3'], stopSignal: 'SIGTERM' });
  expect(await child.waitForLine(/ready/)).toBeUndefined();
  expect(await child.exited).toEqual({ code: 3, lines: ['sorry'] });
});

test('a program that does not stop in time is killed, and its last lines are in the error', async () => {
  const script = 'trap "echo not yet" TERM; echo ready; while true; do sleep 0.1; done';
  const child = await startChild({ command: 'sh', args: ['-c', script], stopSignal: 'SIGTERM', stopsWithinMs: 1_000 });
  await child.waitForLine(/ready/);
  await expect(child.stop()).rejects.toThrow(/did not stop on SIGTERM. Its last output: ready\nnot yet/);
  expect(isAlive(child.pid)).toBe(false);
});

test('a missing program is an error', async () => {
  await expect(startChild({ command: '/nowhere/program', args: [], stopSignal: 'SIGTERM' })).rejects.toThrow('ENOENT');
});

test('the program ignores SIGINT from the terminal; after SIGKILL to its parent, it ends and its temporary folder is deleted', async () => {
  const here = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
  const program = `
    import { startChild } from ${here('../../dev/child.ts')};
    import { temporaryFolder } from ${here('../../dev/temporary-folder.ts')};
    process.on('SIGINT', () => console.log('interrupted'));
    const child = await startChild(${JSON.stringify(SLEEPER)});
    console.log(child.pid);
    console.log((await temporaryFolder('test')).path);
  `;
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    // A separate process group, as a shell creates for each command.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: parent.stdout })[Symbol.asyncIterator]();
  const pid = Number((await lines.next()).value);
  const folder = String((await lines.next()).value);
  process.kill(-(parent.pid ?? 0), 'SIGINT');
  expect((await lines.next()).value).toBe('interrupted');
  expect(isAlive(pid)).toBe(true);
  expect(existsSync(folder)).toBe(true);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  await vi.waitUntil(() => !isAlive(pid) && !existsSync(folder), { timeout: 10_000 });
});

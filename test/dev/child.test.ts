/** A server program of ours outlives Ctrl-C in the terminal, but not us. */

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

test('what it says is heard, also when it was said before', async () => {
  const lines: string[] = [];
  const child = await startChild({ ...SLEEPER, log: (line) => lines.push(line) });
  expect(await child.waitForLine(/^rea/)).toBe('ready');
  expect(await child.waitForLine(/^rea/)).toBe('ready');
  await child.stop();
  expect(lines).toEqual(['ready']);
  expect(isAlive(child.pid)).toBe(false);
});

test('one that ends without saying it leaves its last lines', async () => {
  const child = await startChild({ command: 'sh', args: ['-c', 'echo sorry >&2; exit 3'], stopSignal: 'SIGTERM' });
  expect(await child.waitForLine(/ready/)).toBeUndefined();
  expect(await child.exited).toEqual({ code: 3, lines: ['sorry'] });
});

test('a program that is not there is an error', async () => {
  await expect(startChild({ command: '/nowhere/program', args: [], stopSignal: 'SIGTERM' })).rejects.toThrow('ENOENT');
});

test('it is out of reach of the signals of our terminal, and ends with us, as does a folder, when we are killed', async () => {
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
    // A group of its own, as a shell makes for each command.
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

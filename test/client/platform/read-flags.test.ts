/** A wrong flag of any program is a usage error with exit status 2, without a stack trace. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

interface Result {
  status: number;
  stderr: string;
}

async function run(program: string, ...args: string[]): Promise<Result> {
  const command = promisify(execFile)(process.execPath, ['--import', 'tsx', program, ...args]);
  return command.then(
    ({ stderr }) => ({ status: 0, stderr }),
    ({ code, stderr }) => ({ status: code, stderr }),
  );
}

test('every program reads its flags in this way', async () => {
  const { stdout } = await promisify(execFile)('git', [
    'grep',
    '--untracked',
    '-l',
    'parseArgs(',
    '--',
    '*.ts',
    ':!test/client',
  ]);
  expect(stdout.trim()).toBe('client/platform/read-flags.ts');
});

test.each([
  ['dev/main.ts', 'npm start', '--fresh, --yes, --base-port VALUE, --help'],
  ['client/main.ts', 'web server', '--help'],
])('%s names an unknown flag and the possible ones', async (program, command, flags) => {
  expect(await run(program, '--nonsense')).toEqual({
    status: 2,
    stderr: `${command}: Unknown option '--nonsense'. Possible flags: ${flags}.\n`,
  });
});

test('a flag without its value is named', async () => {
  const { status, stderr } = await run('dev/demo.ts', '--input');
  expect([status, stderr]).toEqual([2, expect.stringContaining("Option '--input <value>' argument missing.")]);
});

test('an unknown part of the benchmark is a usage error too', async () => {
  const { status, stderr } = await run('bench/main.ts', '--only', 'nothing');
  expect([status, stderr]).toEqual([2, expect.stringContaining('has no part "nothing". Its parts are lifecycles')]);
});

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

test('an unknown flag is named, with the possible ones', async () => {
  expect(await run('client/main.ts', '--nonsense')).toEqual({
    status: 2,
    stderr: "web server: Unknown option '--nonsense'. Possible flags: --help.\n",
  });
});

test('`npm start` with an unknown flag starts nothing, and shows no stack trace', async () => {
  const { status, stderr } = await run('dev/main.ts', '--with-case');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^npm start: Unknown option '--with-case'\. Possible flags: .*--with-cases.*\n$/);
});

test('a flag without its value is named', async () => {
  const { status, stderr } = await run('bench/main.ts', '--only');
  expect([status, stderr]).toEqual([2, expect.stringContaining("Option '--only <value>' argument missing.")]);
});

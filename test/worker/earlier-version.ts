/** The programs of the version before this one, built as for production. */

import { execFile } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { atEnd } from '../support/at-end.ts';
import { testFolder } from '../support/folder.ts';

/**
 * The last commit of the version that installations are upgraded from. It is moved with each release, and may not be older than
 * the rule that migrations only expand.
 */
const EARLIER_COMMIT = '12294a4ebf339af6800505e9904dbed4380d90dd';

const PROJECT = join(import.meta.dirname, '../..');

/**
 * Builds the earlier version in a folder of the test. Packages are installed only if it needs other ones than this version.
 *
 * @returns a function that gives the arguments of Node for a program
 */
export async function earlierVersion(): Promise<(program: 'worker' | 'client') => string[]> {
  const folder = join(await testFolder(), 'earlier');
  const run = async (command: string, args: string[], cwd: string) => promisify(execFile)(command, args, { cwd });
  await run('git', ['worktree', 'add', '--detach', folder, EARLIER_COMMIT], PROJECT);
  atEnd(async () => void (await run('git', ['worktree', 'remove', '--force', folder], PROJECT)));
  const { stdout: changed } = await run('git', ['diff', '--stat', EARLIER_COMMIT, '--', 'package-lock.json'], PROJECT);
  if (changed === '') {
    await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
    await run('npm', ['run', 'postinstall'], folder);
  } else await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  await run('npm', ['run', 'build'], folder);
  return (program) => [join(folder, 'dist', program, 'main.js')];
}

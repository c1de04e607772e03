/** Compares the acts of this version with those of another commit: the rounds of both versions alternate in one run. */

import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { markdown, number } from './report.ts';

const PROJECT = join(import.meta.dirname, '..');

/** One round is one quick run of this part, in a process of its own. */
const ROUND = ['run', '--silent', 'bench', '--', '--quick', '--only', 'lifecycles', '--json'];

const output = z.object({
  figures: z.array(z.object({ of: z.string(), name: z.string(), label: z.string(), value: z.number() })),
});

type Round = z.infer<typeof output>['figures'];

/**
 * @param commit any name of a commit that Git knows. It is checked out in a temporary folder, with its own packages.
 * @returns a table with a row for each figure of Liaise: the median over the rounds of each version, and the change.
 */
export async function compareWith(commit: string, rounds: number, progress: (line: string) => void): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'liaise-bench-'));
  // PostgreSQL may run as another user, who must be able to enter the folder.
  chmodSync(folder, 0o755);
  const git = (...options: string[]) => execFileSync('git', options, { cwd: PROJECT, encoding: 'utf8' }).trim();
  const names = { base: git('rev-parse', '--short', commit), current: git('rev-parse', '--short', 'HEAD') };
  git('worktree', 'add', '--detach', folder, names.base);
  try {
    progress(`installing ${names.base}`);
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: 'ignore' });
    const measured: Record<'base' | 'current', Round[]> = { base: [], current: [] };
    for (let round = 1; round <= rounds; round += 1) {
      for (const [version, cwd] of [['base', folder] as const, ['current', PROJECT] as const]) {
        progress(`round ${round} of ${rounds}: ${names[version]}`);
        measured[version].push(await measure(cwd));
      }
    }
    return tableOf(measured.base, measured.current, names);
  } finally {
    git('worktree', 'remove', '--force', folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(cwd: string): Promise<Round> {
  const { stdout } = await promisify(execFile)('npm', ROUND, { cwd, maxBuffer: 16 * 1024 * 1024 });
  return output.parse(JSON.parse(stdout)).figures.filter(({ of }) => of === 'liaise' || of === 'quiet');
}

function tableOf(base: Round[], current: Round[], names: Record<'base' | 'current', string>): string {
  const rows = (current[0] ?? []).flatMap(({ of, name, label }) => {
    const [before, after] = [base, current].map((rounds) => medianOf(rounds, of, name));
    if (before === undefined || after === undefined) return [];
    const change = `${after < before ? '−' : '+'}${number((Math.abs(after - before) / before) * 100)} %`;
    return [[of === 'quiet' ? `${label} (letters off)` : label, number(before), number(after), change]];
  });
  return markdown([['median over the rounds', names.base, names.current, 'change'], ...rows]);
}

/** The median of a figure over the rounds; undefined if a version does not measure it. */
function medianOf(rounds: readonly Round[], of: string, name: string): number | undefined {
  const values = rounds
    .flatMap((round) => round.find((figure) => figure.of === of && figure.name === name)?.value ?? [])
    .sort((one, other) => one - other);
  return values[Math.floor(values.length / 2)];
}

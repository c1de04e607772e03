/** `npm run test:repeat -- N`: runs all tests of `npm test` N times, and prints what differed between the runs. */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { readFlags } from '../../client/platform/read-flags.ts';
import { compareRuns, type SuiteRun, type TestResult } from './compare-runs.ts';
import { positive, runVitest } from './run-vitest.ts';

const HELP = `Runs all tests of "npm test" N times, one run after the other, and prints what differed between the runs:
tests that failed or were missing in some run, and durations.

  npm run test:repeat -- N
  npm run test:repeat -- N FILE...    only these test files
  npm run test:repeat -- N --busy K   K of the runs, while this program keeps each processor busy with a thread

The status is 0 only if every run passed, with the same tests.`;

/** As much of vitest's JSON report as is needed. */
const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          duration: z.number().nullish(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const { values, positionals } = readFlags('npm run test:repeat', {
  options: { busy: { type: 'string', default: '0' }, help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
});
const [first, ...files] = positionals;
const times = positive(first);
const busy = Number(values.busy);
if (values.help) console.log(HELP);
else if (times === undefined || !Number.isInteger(times) || !Number.isInteger(busy) || busy < 0 || busy > times) {
  console.error('Usage: npm run test:repeat -- N [--busy K], whole numbers of runs, K at most N. See --help.');
  process.exitCode = 2;
} else process.exitCode = await repeat(times);

/** Returns the exit status. */
async function repeat(times: number): Promise<number> {
  const runs: SuiteRun[] = [];
  for (let number = 1; number <= times; number += 1) {
    const isBusy = number <= busy;
    const { output, ...run } = isBusy ? await whileBusy(runOnce) : await runOnce();
    runs.push(run);
    const passed = [...run.tests.values()].filter(({ status }) => status === 'passed').length;
    console.log(
      `Run ${number} of ${times}: ${passed} passed, status ${run.exitCode}, ${Math.round(run.durationMs / 1000)} s` +
        (isBusy ? `, while ${availableParallelism()} other threads computed` : ''),
    );
    if (run.exitCode !== 0) console.log(output);
  }
  const { isEqual, lines } = compareRuns(runs);
  console.log(lines.join('\n'));
  return isEqual ? 0 : 1;
}

/** Runs the function while a thread for each processor computes without a pause. */
async function whileBusy<T>(run: () => Promise<T>): Promise<T> {
  const threads = Array.from({ length: availableParallelism() }, () => new Worker('for (;;);', { eval: true }));
  try {
    return await run();
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

async function runOnce(): Promise<SuiteRun & { output: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'liaise-repeat-'));
  try {
    const report = join(folder, 'report.json');
    const reporters = ['--reporter', 'dot', '--reporter', 'json', '--outputFile.json', report];
    const run = await runVitest(['--project', 'rules', '--project', 'engine', ...reporters, ...files]);
    return { ...run, tests: await readResults(report) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Empty if vitest broke off before it wrote its report. */
async function readResults(path: string): Promise<Map<string, TestResult>> {
  const tests = new Map<string, TestResult>();
  const text = await readFile(path, 'utf8').catch(() => '{"testResults":[]}');
  for (const { name: file, assertionResults } of reportSchema.parse(JSON.parse(text)).testResults) {
    for (const { fullName, status, duration, failureMessages } of assertionResults) {
      const message = failureMessages?.[0];
      const result = { status, durationMs: duration ?? 0, ...(message && { message }) };
      tests.set(freeName(tests, `${relative('.', file)} > ${fullName}`), result);
    }
  }
  return tests;
}

function freeName(taken: ReadonlyMap<string, unknown>, name: string): string {
  for (let number = 2; ; number += 1) {
    const candidate = number === 2 ? name : `${name} (${number - 1})`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** The comparison of several test runs. */

import { expect, test } from 'vitest';
import { compareRuns, type SuiteRun, type TestResult } from './compare-runs.ts';

const passed: TestResult = { status: 'passed', durationMs: 1_000 };
const failed: TestResult = { status: 'failed', durationMs: 1_000, message: 'expected 1 to be 2\n    at some line' };

function run(tests: Record<string, TestResult>, exitCode = 0): SuiteRun {
  return { exitCode, durationMs: 60_000, tests: new Map(Object.entries(tests)) };
}

test('runs in which the same tests passed are equal', () => {
  const { isEqual, lines } = compareRuns([run({ one: passed, two: passed }), run({ one: passed, two: passed })]);
  expect(isEqual).toBe(true);
  expect(lines.at(-1)).toBe('All 2 runs passed, with the same 2 tests.');
});

test('a test that is skipped in each run makes no difference', () => {
  const skipped = { status: 'skipped', durationMs: 0 };
  expect(compareRuns([run({ one: skipped }), run({ one: skipped })]).isEqual).toBe(true);
});

test('a test that failed in one run is named, with the run and the message', () => {
  const { isEqual, lines } = compareRuns([run({ one: passed }), run({ one: failed }, 1)]);
  expect(isEqual).toBe(false);
  expect(lines.slice(0, 3)).toEqual([
    'Run 2 ended with status 1.',
    'one: 1 passed, 2 failed',
    '    in run 2: expected 1 to be 2',
  ]);
});

test('a test that failed in each run is named too', () => {
  expect(compareRuns([run({ one: failed }, 1), run({ one: failed }, 1)]).lines).toContain('one: 1 failed, 2 failed');
});

test('a test that was missing in one run is named', () => {
  const { isEqual, lines } = compareRuns([run({ one: passed, two: passed }), run({ one: passed })]);
  expect(isEqual).toBe(false);
  expect(lines).toContain('two: 1 passed, 2 missing');
});

test('a run that broke off without a failed test is not equal', () => {
  const { isEqual, lines } = compareRuns([run({ one: passed }), run({ one: passed }, 1)]);
  expect(isEqual).toBe(false);
  expect(lines).toContain('Run 2 ended with status 1.');
});

test('the durations of runs, and of the tests that differ most, are listed', () => {
  const slow = { status: 'passed', durationMs: 5_000 };
  const { lines } = compareRuns([run({ one: passed, two: passed }), run({ one: passed, two: slow })]);
  expect(lines).toContain('Durations of the runs: 60.0 s, 60.0 s');
  expect(lines).toContain('  1.0 s to 5.0 s: two');
});

/** What differed between several runs of the same tests. */

export interface TestResult {
  status: string;
  durationMs: number;
  /** Of a failed test. */
  message?: string;
}

export interface SuiteRun {
  exitCode: number;
  durationMs: number;
  /** By file and full name; several tests of one name are numbered. */
  tests: ReadonlyMap<string, TestResult>;
}

export interface Comparison {
  /** Every run passed, with the same tests and the same statuses. */
  isEqual: boolean;
  lines: string[];
}

/** So many tests are listed whose durations differ most. */
const MOST_LISTED = 5;

export function compareRuns(runs: readonly SuiteRun[]): Comparison {
  const names = [...new Set(runs.flatMap(({ tests }) => [...tests.keys()]))].sort();
  const differing = names.flatMap((name) => statusLines(name, runs));
  const failedRuns = runs.flatMap(({ exitCode }, index) =>
    exitCode === 0 ? [] : [`Run ${index + 1} ended with status ${exitCode}.`],
  );
  const isEqual = differing.length === 0 && failedRuns.length === 0;
  const verdict = isEqual
    ? `All ${runs.length} runs passed, with the same ${names.length} tests.`
    : 'The runs were not all equal, or not all passed.';
  return { isEqual, lines: [...failedRuns, ...differing, ...durationLines(names, runs), verdict] };
}

/** Empty if the test passed in each run, or was skipped in each run. */
function statusLines(name: string, runs: readonly SuiteRun[]): string[] {
  const statuses = runs.map(({ tests }) => tests.get(name)?.status ?? 'missing');
  const [first] = statuses;
  if (first !== 'failed' && first !== 'missing' && statuses.every((status) => status === first)) return [];
  const inEach = statuses.map((status, index) => `${index + 1} ${status}`).join(', ');
  const messages = runs.flatMap(({ tests }, index) => {
    const { message } = tests.get(name) ?? {};
    return message ? [`    in run ${index + 1}: ${message.split('\n')[0]}`] : [];
  });
  return [`${name}: ${inEach}`, ...messages];
}

function durationLines(names: readonly string[], runs: readonly SuiteRun[]): string[] {
  const each = runs.map(({ durationMs }) => seconds(durationMs)).join(', ');
  const spreads = names
    .map((name) => {
      const durations = runs.flatMap(({ tests }) => tests.get(name)?.durationMs ?? []);
      return { name, least: Math.min(...durations), most: Math.max(...durations) };
    })
    .sort((one, other) => other.most - other.least - (one.most - one.least));
  return [
    `Durations of the runs: ${each}`,
    'Tests whose durations differ most:',
    ...spreads.slice(0, MOST_LISTED).map(({ name, least, most }) => `  ${seconds(least)} to ${seconds(most)}: ${name}`),
  ];
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

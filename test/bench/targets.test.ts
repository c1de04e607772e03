/** What the tables of measurements show, and for which sizes targets are compared. */

import { expect, test } from 'vitest';
import type { Measurement } from '../../bench/measurements.ts';
import { pageTable } from '../../bench/pages/table.ts';
import { targetsOf } from '../../bench/targets.ts';

const figure = (name: string, value: number, p95?: number): Measurement => ({
  ...{ of: 'liaise', name, label: name, value },
  ...(p95 !== undefined && { p95 }),
});

test('a burst is compared with the target of its own size only', () => {
  const burst = (figures: Measurement[]) =>
    targetsOf(figures)
      .split('\n')
      .filter((line) => line.includes('burst'));
  for (const line of burst([figure('burst-20000', 69), figure('burst-wrong-20000', 0)])) {
    expect(line).toContain('not measured');
  }
  for (const line of burst([figure('burst-200000', 69), figure('burst-wrong-200000', 0)])) {
    expect(line).toContain('reached');
  }
});

test('pages whose name has a hyphen have a row, with time, CPU time and size', () => {
  const figures = [
    figure('page-waiting-sender-1000', 12, 30),
    figure('page-processor-waiting-sender-1000', 7),
    figure('page-size-waiting-sender-1000', 45),
  ];
  const rows = pageTable(figures).trim().split('\n');
  expect(rows).toHaveLength(3);
  expect(rows.at(-1)).toMatch(/page-waiting-sender-1000 +\| +12 \/ 30 \| +7 \| +45 \|/);
});

test('each page has targets for its time and its size', () => {
  const lines = targetsOf([figure('page-now-1000', 12, 30), figure('page-size-now-1000', 120)]).split('\n');
  expect(lines.find((line) => line.includes('page now with 1,000 referrals, p95'))).toContain('reached');
  expect(lines.find((line) => line.includes('page now with 1,000 referrals, KB'))).toContain('missed');
  expect(lines.find((line) => line.includes('page approvals with 1,000 referrals, KB'))).toContain('not measured');
});

test('the growth of the log is compared from its smallest to its largest size', () => {
  const figures = [figure('log-act-10000', 0.4), figure('log-act-1000000', 0.6), figure('log-proof-10000', 1)];
  const line = (what: string, more: Measurement[]) =>
    targetsOf([...figures, ...more])
      .split('\n')
      .find((each) => each.includes(`${what}, 1,000,000 leaves, × with 10,000`));
  expect(line('leaf of an act', [])).toContain('missed');
  expect(line('inclusion proof', [])).toContain('not measured');
  expect(line('inclusion proof', [figure('log-proof-1000000', 1.8)])).toContain('reached');
  expect(line('inclusion proof', [figure('log-proof-1000000', 2)])).toContain('missed');
});

/** Texts that are designed to slow down the guard: the time grows at most linearly with their length. */

import { expect, test } from 'vitest';
import { SLOW_TEXTS, slowText } from '../../../bench/guard/slow-texts.ts';
import { assessLeaves } from '../../../domain/guard/assess.ts';
import { guardMaterial } from '../../../domain/material-guard.ts';

const SHORT = 15_000;
const TIMES_LONGER = 4;
/** Linear time is 4 times as long, quadratic time 16 times. */
const MOST_TIMES = 10;
/** Shorter times are too short to compare. */
const SHORTEST_MS = 5;

/** Processor time of the fastest of several runs, in milliseconds. Other processes do not count. */
function timeOf(work: () => void, runs = 3): number {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}

test.each(SLOW_TEXTS)('%s', (name) => {
  const [short, long] = [slowText(name, SHORT), slowText(name, SHORT * TIMES_LONGER)];
  const check = (text: string) => () => void assessLeaves([{ path: 'text', text }]);
  timeOf(check(short), 1);
  const ratio = timeOf(check(long)) / Math.max(SHORTEST_MS, timeOf(check(short)));
  expect(ratio).toBeLessThan(MOST_TIMES);
});

test.each(SLOW_TEXTS)('%s over many fields, and a refusal repeats none of it', (name) => {
  const text = slowText(name, 19_000).slice(0, 19_000);
  const value = { particulars: Array.from({ length: 4 }, () => ({ value: text })) };
  let refusal = '';
  try {
    guardMaterial(value);
  } catch (error) {
    refusal = Object(error).message;
  }
  for (const piece of text.match(/\S{8,}/g)?.slice(0, 50) ?? []) expect(refusal).not.toContain(piece);
});

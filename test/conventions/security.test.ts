/** The threat model names the tests that hold it: they are there. */

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync('SECURITY.md', 'utf8');
const paths = new Set([...page.matchAll(/`((?:test|client)\/[^`\s]+\.ts)`/g)].map(([, path = '']) => path));

test.each([...paths].sort())('%s is there', (path) => {
  expect(existsSync(path)).toBe(true);
});

test('every row of what is refused names where', () => {
  const refused = page.slice(page.indexOf('## What is refused'), page.indexOf('## Keys and secrets'));
  const rows = refused.split('\n').filter((line) => line.startsWith('| ') && !/^\| (attack|-)/.test(line));
  expect(rows.filter((row) => !/`(test|client)\/\S+\.ts`/.test(row))).toEqual([]);
  expect(rows.length).toBeGreaterThan(20);
});

/** The threat model names the test of each attack, and each of these tests exists. */

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync('SECURITY.md', 'utf8');
const paths = new Set([...page.matchAll(/`((?:test|client)\/[^`\s]+\.ts)`/g)].map(([, path = '']) => path));

test.each([...paths].sort())('%s exists', (path) => {
  expect(existsSync(path)).toBe(true);
});

test('every attack names the tests that try it', () => {
  const refused = page.slice(page.indexOf('## What is refused'), page.indexOf('## Keys and secrets'));
  const attacks = refused.split(/^#### /m).slice(1);
  const untested = attacks.filter((attack) => !/^- Test: `test\/\S+\.ts`/m.test(attack));
  expect(untested).toEqual([]);
  expect(attacks.length).toBeGreaterThan(30);
});

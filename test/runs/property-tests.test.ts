/** `npm run test:properties` runs every test file with properties. */

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { propertyTests } from './property-tests.ts';

const listed = await propertyTests();
const files = globSync('test/**/*.test.ts');
const mentioning = (pattern: RegExp) => files.filter((file) => pattern.test(readFileSync(file, 'utf8')));

test.each([
  ['import fast-check', /from 'fast-check'/],
  ['check random referrals', /forRandomCases\(/],
  ['check random histories of clocks', /from '.*\/random-history\.ts'/],
  ['check documented CyberTipline reports', /from '\.\/documents\.ts'/],
  ['check random requests', /from '\.\/requests\.ts'/],
])('test files that %s are listed', (_, pattern) => {
  const own = mentioning(pattern).filter((file) => !file.startsWith('test/runs/'));
  expect(own).not.toEqual([]);
  expect(listed).toEqual(expect.arrayContaining(own));
});

test('a test file without properties is not listed', () => {
  expect(listed.filter((file) => file.startsWith('test/runs/'))).toEqual([]);
});

/** The table of faults names only test files that `npm run test:faults` runs, and all of them. */

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FAULTS } from '../../vitest.config.ts';

const page = readFileSync('docs/reliability.md', 'utf8');
const names = [...page.matchAll(/`npm run test:faults -- ([^`]+)`/g)].flatMap(([, name = '']) => name.split(' '));
const files = FAULTS.flatMap((pattern) => globSync(pattern));

test.each([...new Set(names)])('"npm run test:faults -- %s" runs a file', (name) => {
  expect(files.filter((file) => file.includes(name))).not.toEqual([]);
});

test('every file that it runs has a row', () => {
  expect(files.filter((file) => !names.some((name) => file.includes(name)))).toEqual([]);
});
